package fr.vaguemestre.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** What a commit holds, whoever may see it. */
final class Held {
  private final IndexReader reader;

  Held(IndexReader reader) {
    this.reader = reader;
  }

  /** Those of the letters that are there, with the tokens they carry. */
  Map<Long, Set<String>> carried(Collection<Long> ids) throws IOException {
    var carried = new HashMap<Long, Set<String>>();
    for (var segment : reader.leaves()) {
      var terms = segment.reader().terms(Fields.ID);
      if (terms == null) {
        continue;
      }
      var all = terms.iterator();
      for (var id : ids) {
        if (all.seekExact(new BytesRef(Long.toString(id)))) {
          int doc = live(all, segment.reader().getLiveDocs());
          if (doc != DocIdSetIterator.NO_MORE_DOCS) {
            carried.put(id, tokens(segment.reader(), doc));
          }
        }
      }
    }
    return carried;
  }

  /** In the order of their digits. */
  List<Long> ids(Long after, int most) throws IOException {
    var ids = new ArrayList<Long>();
    var terms = MultiTerms.getTerms(reader, Fields.ID);
    if (terms == null) {
      return ids;
    }
    var live = MultiBits.getLiveDocs(reader);
    var all = terms.iterator();
    var term = after == null ? all.next() : following(all, new BytesRef(Long.toString(after)));
    for (; term != null && ids.size() < most; term = all.next()) {
      if (live(all, live) != DocIdSetIterator.NO_MORE_DOCS) {
        ids.add(Long.parseLong(term.utf8ToString()));
      }
    }
    return ids;
  }

  private static BytesRef following(TermsEnum all, BytesRef after) throws IOException {
    return switch (all.seekCeil(after)) {
      case FOUND -> all.next();
      case NOT_FOUND -> all.term();
      case END -> null;
    };
  }

  /** The document of this id that was neither replaced nor removed. */
  private static int live(TermsEnum id, Bits live) throws IOException {
    var docs = id.postings(null, PostingsEnum.NONE);
    int doc = docs.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
      doc = docs.nextDoc();
    }
    return doc;
  }

  private static Set<String> tokens(LeafReader segment, int doc) throws IOException {
    var tokens = new HashSet<String>();
    var values = DocValues.getSortedSet(segment, Fields.ACL);
    if (values.advanceExact(doc)) {
      for (var i = values.docValueCount(); i > 0; i--) {
        tokens.add(values.lookupOrd(values.nextOrd()).utf8ToString());
      }
    }
    return tokens;
  }
}
