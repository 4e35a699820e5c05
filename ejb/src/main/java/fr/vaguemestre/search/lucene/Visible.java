package fr.vaguemestre.search.lucene;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Accountable;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.RamUsageEstimator;

/**
 * The letters that carry one of a reader's tokens, kept as a bit set a segment: the same readers
 * search again and again, and a reader of many tokens would pay for each of them every time.
 */
final class Visible extends Query implements Accountable {
  /** Bit sets of some 500 readers of a town of a million letters. */
  private static final long CACHE_BYTES = 64L << 20;

  private static final int CACHED = 10_000;

  private static final QueryCachingPolicy ONLY_THESE =
      new QueryCachingPolicy() {
        @Override
        public void onUse(Query query) {
          // nothing is counted: these queries are always kept, others never
        }

        @Override
        public boolean shouldCache(Query query) {
          return query instanceof Visible;
        }
      };

  private final String field;
  private final Set<String> tokens;

  Visible(String field, Set<String> tokens) {
    this.field = field;
    this.tokens = Set.copyOf(tokens);
  }

  /** A cache for all towns: its keys hold the segment. */
  static LRUQueryCache cache() {
    return new LRUQueryCache(CACHED, CACHE_BYTES, segment -> true, Float.MAX_VALUE);
  }

  static void cached(IndexSearcher searcher, LRUQueryCache cache) {
    searcher.setQueryCache(cache);
    searcher.setQueryCachingPolicy(ONLY_THESE);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new ConstantScoreWeight(this, boost) {
      /** Made for the first segment that is not in the cache. */
      private Weight any;

      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
        if (any == null) {
          var terms = new TermInSetQuery(field, tokens.stream().map(BytesRef::new).toList());
          any = searcher.rewrite(terms).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, 1);
        }
        return any.scorerSupplier(segment);
      }

      @Override
      public boolean isCacheable(LeafReaderContext segment) {
        return true;
      }
    };
  }

  /** Whoever replaces a colleague holds a token for each letter lent: the cache counts them. */
  @Override
  public long ramBytesUsed() {
    return RamUsageEstimator.QUERY_DEFAULT_RAM_BYTES_USED
        + tokens.stream().mapToLong(RamUsageEstimator::sizeOf).sum();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && field.equals(((Visible) other).field)
        && tokens.equals(((Visible) other).tokens);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + field.hashCode()) + tokens.hashCode();
  }

  @Override
  public String toString(String defaultField) {
    return field + ":" + tokens.size() + " tokens";
  }
}
