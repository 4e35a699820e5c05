package fr.vaguemestre.installation;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.extraction.ReadingTools;
import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.search.SearchIndex;
import fr.vaguemestre.search.SearchWish;
import fr.vaguemestre.settings.Setting;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the installation has and lacks, for the operators' screen. */
@Stateless
public class SystemState {
  private static final long GIB = 1L << 30;

  @Inject ReadingTools reading;
  @Inject DocumentConverter office;
  @Inject SearchIndex index;

  /** How well one thing is. */
  public enum Level {
    GOOD,
    /** Something is lost, the rest works. */
    WEAK,
    /** People cannot work, or soon cannot. */
    BROKEN
  }

  /**
   * One thing, by a name that messages are made of; {@code value} is a version, a number or a host,
   * {@code at} since when or when; null when there is none.
   */
  public record Fact(String name, Level level, String value, Instant at) {
    Fact(String name, Level level, String value) {
      this(name, level, value, null);
    }
  }

  public List<Fact> read(Reader reader) {
    reader.need(Right.OPERATE);
    var facts = new ArrayList<Fact>();
    facts.add(disk());
    facts.add(index(reader));
    facts.add(mail());
    facts.add(new Fact("office", office.installed() ? Level.GOOD : Level.WEAK, null));
    reading
        .found()
        .forEach(
            tool ->
                facts.add(
                    new Fact(tool.name(), tool.there() ? Level.GOOD : Level.WEAK, tool.version())));
    return facts;
  }

  private static Fact disk() {
    try {
      long free = Files.getFileStore(Setting.VAGUEMESTRE_DATA.path()).getUsableSpace() / GIB;
      return new Fact(
          "disk",
          free < 1 ? Level.BROKEN : free < 5 ? Level.WEAK : Level.GOOD,
          Long.toString(free));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sensitive letters outside any circuit are not counted (O4). */
  private Fact index(Reader reader) {
    var aside = index.health(reader.tenant()).setAside();
    var letters =
        index.find(
            reader.tenant(), Visibility.inCircuit(), SearchWish.of("").limit(1).withoutSnippets());
    return new Fact("index", aside > 0 ? Level.WEAK : Level.GOOD, Long.toString(letters.total()));
  }

  private static Fact mail() {
    var host = Setting.VAGUEMESTRE_SMTP_HOST.value();
    if (!host.isEmpty()) {
      return new Fact("smtp", Level.GOOD, host);
    }
    return new Fact("smtp", Setting.VAGUEMESTRE_DEMO.on() ? Level.GOOD : Level.WEAK, null);
  }
}
