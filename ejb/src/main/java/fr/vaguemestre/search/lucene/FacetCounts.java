package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.Facet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts the codes of the letters found, by the ordinals of each segment. */
final class FacetCounts
    implements CollectorManager<FacetCounts.Counter, Map<Facet, Map<String, Long>>> {
  private final Set<Facet> facets;

  FacetCounts(Set<Facet> facets) {
    this.facets = facets;
  }

  @Override
  public Counter newCollector() {
    return new Counter(facets);
  }

  @Override
  public Map<Facet, Map<String, Long>> reduce(Collection<Counter> counters) throws IOException {
    var all = new EnumMap<Facet, Map<String, Long>>(Facet.class);
    facets.forEach(facet -> all.put(facet, new TreeMap<>()));
    for (var counter : counters) {
      for (var column : counter.columns) {
        column.addTo(all.get(column.facet));
      }
    }
    return all;
  }

  static final class Counter extends SimpleCollector {
    private final Set<Facet> facets;
    private final List<Column> columns = new ArrayList<>();
    private List<Column> current = List.of();

    private Counter(Set<Facet> facets) {
      this.facets = facets;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext segment) throws IOException {
      current = new ArrayList<>();
      for (var facet : facets) {
        var values = DocValues.getSortedSet(segment.reader(), Fields.facet(facet));
        if (values.getValueCount() > 0) {
          current.add(new Column(facet, values));
        }
      }
      columns.addAll(current);
    }

    @Override
    public void collect(int doc) throws IOException {
      for (var column : current) {
        column.count(doc);
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  private static final class Column {
    private final Facet facet;
    private final SortedSetDocValues values;
    private final SortedDocValues single;
    private final int[] counts;

    Column(Facet facet, SortedSetDocValues values) {
      this.facet = facet;
      this.values = values;
      this.single = DocValues.unwrapSingleton(values);
      this.counts = new int[(int) values.getValueCount()];
    }

    void count(int doc) throws IOException {
      if (single != null) {
        if (single.advanceExact(doc)) {
          counts[single.ordValue()]++;
        }
      } else if (values.advanceExact(doc)) {
        for (var i = values.docValueCount(); i > 0; i--) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }

    void addTo(Map<String, Long> all) throws IOException {
      for (var ord = 0; ord < counts.length; ord++) {
        if (counts[ord] > 0) {
          all.merge(values.lookupOrd(ord).utf8ToString(), (long) counts[ord], Long::sum);
        }
      }
    }
  }
}
