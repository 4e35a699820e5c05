package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.IndexedLetter;
import fr.vaguemestre.search.SearchWish;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The port beside Lucene alone, on the same letters and the same index, as a Markdown table.
 *
 * <pre>
 * mvn -q -o -pl ejb -am test-compile dependency:build-classpath -Dmdep.outputFile=/tmp/cp
 * java -Xmx2g -cp ejb/target/test-classes:ejb/target/classes:$(cat /tmp/cp) \
 *   fr.vaguemestre.search.lucene.SearchBench 50000 [seconds per line]
 * </pre>
 *
 * <p>Lucene alone means: for indexing, two text fields by Lucene's own French chain, nothing else;
 * for searching, the plainest query on one field, top 20: without filter and total first, then with
 * the filter and the exact total, which the ratios are against. Searches are counted per second of
 * processor time of one thread.
 */
public final class SearchBench {
  private static final int TOWN = 1;
  private static final int BATCH = 500;
  private static final int COMMIT = 5000;
  private static final int UNITS = 200;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final String[] SEEDS =
      ("voirie travaux école permis construire demande route nationale salle polyvalente"
              + " réclamation bruit éclairage public assainissement eau réseau mairie élu conseil"
              + " municipal subvention association urbanisme stationnement déchets collecte arbre"
              + " élagage trottoir sécurité logement social crèche cantine inscription cimetière"
              + " concession autorisation terrasse marché courrier recommandé délai réponse")
          .split(" ");
  private static final String[] SYLLABLES =
      "ba con dé fi ga lo mar né pi ro sa ter vi tion eau ment able ier ette age oir ure que chi plu"
          .split(" ");

  private final Random random = new Random(42);
  private final String[] vocabulary = vocabulary();
  private final int count;
  private final double seconds;

  private SearchBench(int count, double seconds) {
    this.count = count;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    var count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
    var seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 2;
    var root = Files.createTempDirectory("search-bench");
    try {
      new SearchBench(count, seconds).run(root);
    } finally {
      try (var files = Files.walk(root)) {
        files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
      }
    }
  }

  private void run(Path root) throws Exception {
    var letters = IntStream.rangeClosed(1, count).mapToObj(this::letter).toList();
    var chars = letters.stream().mapToLong(l -> l.text().length()).sum();
    System.out.printf("%d letters of %d chars%n%n", count, chars / count);

    raw(root.resolve("warm"), letters.subList(0, count / 10));
    try (var warm = new LuceneSearchIndex(root.resolve("warm2"), Clock.systemUTC())) {
      fill(warm, letters.subList(0, count / 10));
    }
    var alone = raw(root.resolve("raw"), letters);
    try (var index = new LuceneSearchIndex(root, Clock.systemUTC())) {
      var ours = fill(index, letters);
      System.out.println("| Indexing | letters/s | MB on disk |\n|---|---:|---:|");
      System.out.printf(
          "| Lucene alone, two fields | %.0f | %d |%n", alone, megabytes(root.resolve("raw")));
      System.out.printf("| port | %.0f | %d |%n", ours, megabytes(root.resolve("1")));
      System.out.printf("| ratio | %.2f | |%n%n", ours / alone);
      search(index, root.resolve("1"));
    }
  }

  private void search(LuceneSearchIndex index, Path folder) throws IOException {
    var small = units(2);
    var large = units(120);
    System.out.println(
        "| Query | Lucene, no filter q/s | Lucene, small reader | port | ratio | Lucene, large"
            + " reader | port | ratio | 20 snippets ms | facets ms | hits small / large |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    try (var reader = DirectoryReader.open(FSDirectory.open(folder))) {
      var searcher = new IndexSearcher(reader);
      line(index, searcher, "common word", "travaux", term("travaux"), small, large);
      line(index, searcher, "rare word", vocabulary[9000], term(vocabulary[9000]), small, large);
      line(
          index,
          searcher,
          "two words",
          "école subvention",
          new BooleanQuery.Builder()
              .add(term("école"), Occur.MUST)
              .add(term("subvention"), Occur.MUST)
              .build(),
          small,
          large);
      line(
          index,
          searcher,
          "phrase",
          "\"route nationale\"",
          new PhraseQuery(Fields.EXACT, "route", "nationale"),
          small,
          large);
      line(
          index,
          searcher,
          "prefix",
          "auto*",
          new PrefixQuery(new Term(Fields.EXACT, "auto")),
          small,
          large);
      line(
          index,
          searcher,
          "fuzzy",
          "asainissement~",
          new FuzzyQuery(new Term(Fields.EXACT, "asainissement"), 2, 1, 50, true),
          small,
          large);
      line(
          index,
          searcher,
          "chrono",
          "VIL/2026A/776",
          new TermQuery(new Term(Fields.NUMBER, "vil2026a776")),
          small,
          large);
    }
  }

  private void line(
      LuceneSearchIndex index,
      IndexSearcher searcher,
      String name,
      String typed,
      Query raw,
      Set<String> small,
      Set<String> large) {
    var wish = SearchWish.of(typed).withoutSnippets();
    var alone = perSecond(() -> searcher.search(raw, 20));
    var fewAlone = perSecond(() -> same(searcher, raw, small));
    var manyAlone = perSecond(() -> same(searcher, raw, large));
    var few = perSecond(() -> index.find(TOWN, small, wish));
    var many = perSecond(() -> index.find(TOWN, large, wish));
    var shown = perSecond(() -> index.find(TOWN, large, SearchWish.of(typed)));
    var counted = perSecond(() -> index.find(TOWN, large, wish.facets()));
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f | %.2f | %.2f | %d / %d |%n",
        name,
        alone,
        fewAlone,
        few,
        few / fewAlone,
        manyAlone,
        many,
        many / manyAlone,
        1000 / shown - 1000 / many,
        1000 / counted - 1000 / many,
        index.find(TOWN, small, wish).total(),
        index.find(TOWN, large, wish).total());
  }

  /**
   * What the port answers, by the plainest query: the filter, the first twenty, the exact total.
   */
  private static Object same(IndexSearcher searcher, Query raw, Set<String> tokens)
      throws IOException {
    var filter = new TermInSetQuery(Fields.ACL, tokens.stream().map(BytesRef::new).toList());
    var filtered =
        new BooleanQuery.Builder().add(raw, Occur.MUST).add(filter, Occur.FILTER).build();
    var top = searcher.search(filtered, 20);
    return top.totalHits.relation() == TotalHits.Relation.EQUAL_TO ? top : searcher.count(filtered);
  }

  private interface Work {
    Object run() throws IOException;
  }

  /**
   * Runs a second of processor time, so that neighbours on the machine do not count; the best of
   * three.
   */
  private double perSecond(Work work) {
    var clock = ManagementFactory.getThreadMXBean();
    var best = 0d;
    for (var pass = 0; pass < 3; pass++) {
      var begin = clock.getCurrentThreadCpuTime();
      var spent = 0L;
      var done = 0;
      while (spent < seconds * 1e9) {
        try {
          work.run();
        } catch (IOException failed) {
          throw new IllegalStateException(failed);
        }
        done++;
        spent = clock.getCurrentThreadCpuTime() - begin;
      }
      best = Math.max(best, done / (spent / 1e9));
    }
    return best;
  }

  private double fill(LuceneSearchIndex index, List<IndexedLetter> letters) {
    var begin = System.nanoTime();
    for (var from = 0; from < letters.size(); from += BATCH) {
      var to = Math.min(from + BATCH, letters.size());
      index.write(TOWN, letters.subList(from, to), List.of(), to);
      if (to % COMMIT == 0 || to == letters.size()) {
        index.commit(TOWN);
      }
    }
    return letters.size() / ((System.nanoTime() - begin) / 1e9);
  }

  private static double raw(Path folder, List<IndexedLetter> letters) throws IOException {
    var begin = System.nanoTime();
    var config = new IndexWriterConfig(new Plain()).setRAMBufferSizeMB(32);
    try (var writer = new IndexWriter(FSDirectory.open(folder), config)) {
      var done = 0;
      for (var letter : letters) {
        var doc = new Document();
        doc.add(new StringField("id", Long.toString(letter.id()), Field.Store.NO));
        doc.add(new TextField("t", letter.subject() + "\n" + letter.text(), Field.Store.YES));
        doc.add(new TextField("x", letter.subject() + "\n" + letter.text(), Field.Store.NO));
        writer.updateDocument(new Term("id", Long.toString(letter.id())), doc);
        if (++done % COMMIT == 0) {
          writer.commit();
        }
      }
      writer.commit();
      return letters.size() / ((System.nanoTime() - begin) / 1e9);
    }
  }

  /** Lucene's own French chain. */
  private static final class Plain extends Analyzer {
    Plain() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var words = new StandardTokenizer();
      TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
      return new TokenStreamComponents(
          words, field.equals("t") ? new FrenchLightStemFilter(folded) : folded);
    }
  }

  private static Query term(String word) {
    var exact = LetterQuery.words(word).getFirst();
    return new TermQuery(new Term(Fields.STEM, new FrenchStem().stem(exact)));
  }

  private Set<String> units(int many) {
    var units = new HashSet<String>();
    var source = new Random(many);
    while (units.size() < many) {
      units.add("u:" + source.nextInt(UNITS));
    }
    return units;
  }

  /** Word ranks follow Zipf's law; one letter in ten is long. */
  private IndexedLetter letter(int id) {
    var text = new StringBuilder();
    var words = random.nextInt(10) == 0 ? 900 : 120 + random.nextInt(240);
    for (var i = 0; i < words; i++) {
      text.append(word()).append(i % 14 == 13 ? ".\n" : " ");
    }
    var tokens = new HashSet<String>();
    for (var i = 1 + random.nextInt(3); i > 0; i--) {
      tokens.add("u:" + random.nextInt(UNITS));
    }
    return IndexedLetter.of(id, tokens)
        .chrono("VIL/" + (2020 + id % 7) + "A/" + id)
        .subject(word() + " " + word() + " " + word())
        .sender("Mme " + word() + " " + word())
        .text(text.toString())
        .number("0" + (100_000_000 + random.nextInt(800_000_000)))
        .arrival(TODAY.minusDays(random.nextInt(2500)))
        .facet(Facet.TYPE, "type" + random.nextInt(12))
        .facet(Facet.STATE, "state" + random.nextInt(8))
        .facet(Facet.UNIT, "u" + random.nextInt(UNITS))
        .facet(Facet.PRIORITY, "p" + random.nextInt(3))
        .facet(Facet.CHANNEL, "c" + random.nextInt(4))
        .build();
  }

  private String word() {
    return vocabulary[(int) (Math.pow(vocabulary.length, random.nextDouble())) - 1];
  }

  /** The seeds, then made-up words, 20,000 in all. */
  private String[] vocabulary() {
    var words = new ArrayList<>(Arrays.asList(SEEDS));
    var known = new HashSet<>(words);
    while (words.size() < 20_000) {
      var word = new StringBuilder();
      for (var i = 2 + random.nextInt(3); i > 0; i--) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      if (known.add(word.toString())) {
        words.add(word.toString());
      }
    }
    return words.toArray(String[]::new);
  }

  private static long megabytes(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
    }
  }
}
