package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.Hits;
import fr.vaguemestre.search.SearchWish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/** One search of one reader: the page, the total, the facets, the snippets. */
final class Search {
  /**
   * Up to here the page's own count is exact; beyond, ranking skips what cannot win and the total
   * is counted apart.
   */
  private static final int COUNTED = 500;

  /** Chars read for the snippets of a page, shared between its letters. */
  private static final int READ = 1_000_000;

  /** The fields of the texts, and of what opens the notes. */
  private static final Set<String> TEXTS =
      Set.of(Fields.TEXT, Fields.REPLY, Fields.NOTES, Fields.NOTES_ACL, Fields.KEPT);

  private static final SortField LATEST = new SortField(Fields.ID, SortField.Type.LONG, true);
  private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, LATEST);
  private static final Sort NEWEST_FIRST =
      new Sort(
          LongField.newSortField(Fields.DAY, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE),
          LATEST);

  private final IndexSearcher searcher;
  private final Set<String> tokens;
  private final SearchWish wish;
  private final LetterQuery query;

  /**
   * @param tokens of the reader, not empty
   * @param withheld letters that are none of the reader's, whatever the index says
   */
  Search(IndexSearcher searcher, Set<String> tokens, Set<Long> withheld, SearchWish wish) {
    this.searcher = searcher;
    this.tokens = tokens;
    this.wish = wish;
    var reader = searcher.getIndexReader();
    var kept = has(reader, Fields.KEPT_EXACT) ? new KeptNotes(reader, tokens) : null;
    this.query = new LetterQuery(wish, tokens, has(reader, Fields.NOTES_ACL), kept, withheld);
  }

  /**
   * @param after null for the first page
   */
  Hits run(Cursor after) throws IOException {
    var relaxed = after != null && after.relaxed();
    var page = page(query.ranked(relaxed), after);
    if (after == null && page.scoreDocs.length == 0 && query.relaxable()) {
      var half = page(query.ranked(true), null);
      relaxed = half.scoreDocs.length > 0;
      page = relaxed ? half : page;
    }
    var total = total(page, relaxed);
    var suggestion =
        after == null && (relaxed || total == 0)
            ? new Suggestion(searcher, query).of(wish.query())
            : Optional.<String>empty();
    var items = items(page);
    var next = items.size() == wish.limit() ? next(page, relaxed) : null;
    return new Hits(
        total, items, next, wish.withFacets() ? facets(relaxed) : Map.of(), suggestion, relaxed);
  }

  LetterQuery query() {
    return query;
  }

  private TopFieldDocs page(Query ranked, Cursor after) throws IOException {
    var order = query.ranks() ? BEST_FIRST : NEWEST_FIRST;
    var last = after == null ? null : last(ranked, after);
    return searcher.search(
        ranked, new TopFieldCollectorManager(order, wish.limit(), last, COUNTED));
  }

  private String next(TopFieldDocs page, boolean relaxed) {
    var last = ((FieldDoc) page.scoreDocs[page.scoreDocs.length - 1]).fields;
    var rank = ((Number) last[0]).doubleValue();
    return new Cursor(rank, (Long) last[1], version(), relaxed).text();
  }

  /** The last letter shown, by the score it has now; when it has gone, by the score it had. */
  private FieldDoc last(Query ranked, Cursor after) throws IOException {
    if (!query.ranks()) {
      return new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {(long) after.rank(), after.id()});
    }
    var score = (float) after.rank();
    if (after.version() != version()) {
      var itself =
          new BooleanQuery.Builder()
              .add(ranked, Occur.MUST)
              .add(new TermQuery(new Term(Fields.ID, Long.toString(after.id()))), Occur.FILTER)
              .build();
      var found = searcher.search(itself, 1).scoreDocs;
      score = found.length == 0 ? score : found[0].score;
    }
    return new FieldDoc(Integer.MAX_VALUE, score, new Object[] {score, after.id()});
  }

  private long version() {
    return ((DirectoryReader) searcher.getIndexReader()).getVersion();
  }

  private long total(TopFieldDocs page, boolean relaxed) throws IOException {
    return page.totalHits.relation() == TotalHits.Relation.EQUAL_TO
        ? page.totalHits.value()
        : searcher.count(query.counted(relaxed, null));
  }

  private List<Hits.Hit> items(TopFieldDocs page) throws IOException {
    var items = new ArrayList<Hits.Hit>(page.scoreDocs.length);
    var marks = wish.withSnippets() ? query.marks() : null;
    var stored = searcher.storedFields();
    var most = READ / Math.max(1, page.scoreDocs.length);
    for (var doc : page.scoreDocs) {
      var fields = ((FieldDoc) doc).fields;
      var score = query.ranks() ? (Float) fields[0] : 0;
      var snippet =
          marks == null ? "" : marks.snippet(texts(stored.document(doc.doc, TEXTS)), most);
      items.add(new Hits.Hit((Long) fields[1], score, snippet));
    }
    return items;
  }

  /** The texts of a letter this reader may read. */
  private List<String> texts(Document letter) {
    var texts = new ArrayList<String>(3);
    for (var field : new String[] {Fields.TEXT, Fields.REPLY}) {
      if (letter.get(field) != null) {
        texts.add(letter.get(field));
      }
    }
    var notes = letter.get(Fields.NOTES);
    if (notes != null
        && List.of(letter.getValues(Fields.NOTES_ACL)).stream().anyMatch(tokens::contains)) {
      texts.add(notes);
    }
    texts.addAll(KeptNotes.readable(letter.getValues(Fields.KEPT), tokens));
    return texts;
  }

  private Map<Facet, Map<String, Long>> facets(boolean relaxed) throws IOException {
    var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
    var narrowed = LetterQuery.narrowedBy(wish.narrowing().chosen());
    var free = EnumSet.allOf(Facet.class);
    free.removeAll(narrowed);
    counts.putAll(searcher.search(query.counted(relaxed, null), new FacetCounts(free)));
    for (var facet : narrowed) {
      counts.putAll(
          searcher.search(query.counted(relaxed, facet), new FacetCounts(EnumSet.of(facet))));
    }
    return counts;
  }

  private static boolean has(IndexReader reader, String field) {
    return reader.leaves().stream()
        .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(field) != null);
  }
}
