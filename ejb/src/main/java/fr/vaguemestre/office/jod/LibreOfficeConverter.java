package fr.vaguemestre.office.jod;

import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.office.OfficeType;
import fr.vaguemestre.office.OfficeUnavailable;
import fr.vaguemestre.office.OfficeUnavailable.Reason;
import fr.vaguemestre.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jodconverter.core.document.DefaultDocumentFormatRegistry;
import org.jodconverter.core.document.DocumentFormat;
import org.jodconverter.core.office.OfficeException;
import org.jodconverter.core.office.OfficeManager;
import org.jodconverter.local.LocalConverter;
import org.jodconverter.local.office.ExistingProcessAction;
import org.jodconverter.local.office.LocalOfficeManager;

/**
 * A small pool of headless LibreOffice processes, started on first use. Each has a throw-away
 * profile that runs no macro and follows no link, an empty environment (the server's passwords stay
 * with the server) and an address space limit; one that dies or hangs is replaced.
 */
public final class LibreOfficeConverter implements DocumentConverter, AutoCloseable {
  private static final String WRITER_PACKAGES = "libreoffice-writer-nogui fonts-liberation";
  private static final String CALC_PACKAGES = "libreoffice-calc-nogui";

  private final LibreOfficeSettings settings;
  private final Semaphore places;
  private OfficeManager office;
  private Path folder;
  private boolean closed;

  public LibreOfficeConverter(LibreOfficeSettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.pool() + settings.queue(), true);
  }

  @Override
  public boolean installed() {
    return LibreOfficeSettings.holdsOffice(settings.home());
  }

  @Override
  public int busy() {
    return settings.pool() + settings.queue() - places.availablePermits();
  }

  @Override
  public Path toPdf(Path source, String mediaType, Path target) {
    OfficeType type =
        OfficeType.of(mediaType)
            .orElseThrow(
                () -> Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "office.unsupported-type"));
    requireInstalled(type);
    if (!places.tryAcquire()) {
      throw new OfficeUnavailable(Reason.BUSY, "", "conversion queue is full", null);
    }
    try {
      type.check(source);
      Path pdf = Files.createTempFile(target, "rendition", ".pdf");
      boolean done = false;
      try {
        convert(source, type, pdf);
        done = true;
        return pdf;
      } finally {
        if (!done) {
          Files.deleteIfExists(pdf);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      places.release();
    }
  }

  /**
   * Whether this machine can convert that type, for the operator's screen.
   *
   * @throws OfficeUnavailable naming the packages to install
   */
  public void requireInstalled(OfficeType type) {
    if (!LibreOfficeSettings.holdsOffice(settings.home())) {
      throw OfficeUnavailable.missing(WRITER_PACKAGES);
    }
    if (type == OfficeType.XLSX && !Files.exists(settings.home().resolve("program/libsclo.so"))) {
      throw OfficeUnavailable.missing(CALC_PACKAGES);
    }
  }

  /**
   * A process killed while idle is only found dead by its next task: one more try than processes.
   * Or it is found deaf, when the task runs out of time: a second time in a fresh process, it is
   * the document's fault. The death of the deaf process may still cancel the task after it, which
   * says nothing of the document: that one is given its own try.
   */
  private void convert(Path source, OfficeType type, Path pdf) throws IOException {
    boolean late = false;
    for (int tries = settings.pool() + 1; ; tries--) {
      try {
        attempt(source, type, pdf);
        break;
      } catch (OfficeException e) {
        boolean again = hasCause(e, TimeoutException.class) ? !late : officeDied(e);
        late |= hasCause(e, TimeoutException.class);
        if (tries == 0 || !again) {
          throw judge(e);
        }
      }
    }
    if (!isPdf(pdf)) {
      throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "office.not-convertible");
    }
  }

  private void attempt(Path source, OfficeType type, Path pdf) throws OfficeException, IOException {
    DocumentFormat from = DefaultDocumentFormatRegistry.getFormatByExtension(type.extension());
    LocalConverter.builder()
        .officeManager(started())
        .loadProperties(loading(source, type))
        .storeProperty("FilterData", Map.of("SelectPdfVersion", 1, "ExportBookmarks", false))
        .build()
        .convert(source.toFile())
        .as(from)
        .to(pdf.toFile())
        .as(DefaultDocumentFormatRegistry.PDF)
        .execute();
  }

  /** The filter is named, so that the office never guesses; no macro, no link is followed. */
  private static Map<String, Object> loading(Path source, OfficeType type) throws IOException {
    var properties = new HashMap<String, Object>();
    properties.put("Hidden", true);
    properties.put("ReadOnly", true);
    properties.put("UpdateDocMode", (short) 0); // NO_UPDATE
    properties.put("MacroExecutionMode", (short) 0); // NEVER_EXECUTE
    properties.put(
        "FilterName",
        switch (type) {
          case DOCX -> "MS Word 2007 XML";
          case XLSX -> "Calc MS Excel 2007 XML";
          case ODT -> "writer8";
          case RTF -> "Rich Text Format";
          case HTML -> "HTML (StarWriter)";
          case TXT -> "Text (encoded)";
        });
    if (type == OfficeType.TXT) {
      String name = OfficeType.charset(source).name();
      String charset =
          name.startsWith("UTF-16") ? "UTF-16" : name.equals("UTF-8") ? "UTF8" : "MS_1252";
      properties.put("FilterOptions", charset + ",LF,Liberation Sans,fr-FR");
    }
    return properties;
  }

  private static boolean isPdf(Path pdf) throws IOException {
    try (InputStream in = Files.newInputStream(pdf)) {
      return new String(in.readNBytes(5), java.nio.charset.StandardCharsets.US_ASCII)
          .equals("%PDF-");
    }
  }

  /** The office is dead or deaf, as opposed to having said no to this document. */
  private static boolean officeDied(Throwable e) {
    if (hasCause(e, TimeoutException.class)) {
      return false;
    }
    return hasCause(e, com.sun.star.lang.DisposedException.class)
        || hasCause(e, java.net.ConnectException.class)
        || hasCause(e, InterruptedException.class)
        || hasCause(e, java.util.concurrent.CancellationException.class)
        || hasCause(e, IllegalStateException.class);
  }

  private static RuntimeException judge(OfficeException e) {
    if (officeDied(e)) {
      return new OfficeUnavailable(Reason.BROKEN, "", String.valueOf(e.getMessage()), e);
    }
    return Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "office.not-convertible");
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> kind) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private synchronized OfficeManager started() throws IOException {
    if (closed) {
      throw new OfficeUnavailable(Reason.BROKEN, "", "converter is closed", null);
    }
    if (office == null) {
      Path fresh = Files.createDirectories(settings.work());
      folder = Files.createTempDirectory(fresh, "office");
      OfficeManager manager = build(folder);
      try {
        manager.start();
      } catch (OfficeException e) {
        delete(folder);
        throw new OfficeUnavailable(Reason.BROKEN, "", "LibreOffice does not start", e);
      }
      office = manager;
    }
    return office;
  }

  private OfficeManager build(Path own) throws IOException {
    return LocalOfficeManager.builder()
        .officeHome(settings.home().toFile())
        .portNumbers(freePorts(settings.pool()))
        .workingDir(own.toFile())
        .templateProfileDir(LibreOfficeProfile.write(own.resolve("profile")).toFile())
        .existingProcessAction(ExistingProcessAction.FAIL)
        .runAsArgs(confined(own))
        .startFailFast(true)
        .processTimeout(60_000L)
        .taskExecutionTimeout(settings.taskTimeout().toMillis())
        .taskQueueTimeout(settings.taskTimeout().toMillis() * (settings.queue() + 1L))
        .maxTasksPerProcess(settings.maxTasksPerProcess())
        .build();
  }

  /** What stands before {@code soffice.bin} on its command line. */
  private String[] confined(Path own) {
    var words = new ArrayList<>(List.of("env", "-i", "PATH=/usr/bin:/bin", "LANG=C.UTF-8"));
    words.add("HOME=" + own);
    words.add("TMPDIR=" + own);
    if (settings.memory() > 0 && Files.isExecutable(Path.of("/usr/bin/prlimit"))) {
      words.addAll(
          List.of("prlimit", "--as=" + settings.memory() * 1024L * 1024L, "--core=0", "--"));
    }
    return words.toArray(String[]::new);
  }

  private static int[] freePorts(int count) throws IOException {
    var held = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /** Stops the processes and removes their profiles. */
  @Override
  public synchronized void close() {
    closed = true;
    if (office != null) {
      try {
        office.stop();
      } catch (OfficeException e) {
        System.getLogger(LibreOfficeConverter.class.getName())
            .log(System.Logger.Level.WARNING, "office did not stop in order", e);
      }
      office = null;
      delete(folder);
    }
  }

  private static void delete(Path tree) {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(LibreOfficeConverter.class.getName())
          .log(System.Logger.Level.DEBUG, "left behind: " + tree, e);
    }
  }
}
