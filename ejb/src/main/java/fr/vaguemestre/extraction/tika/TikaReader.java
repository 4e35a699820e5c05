package fr.vaguemestre.extraction.tika;

import fr.vaguemestre.extraction.ContentType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory;

/**
 * The text a document already holds, read by Tika in child JVMs that are kept warm and replaced
 * when they die.
 */
final class TikaReader implements Closeable {

  private static final int EMBEDDED = 200;
  private static final int FACT = 500;

  /**
   * @param reason null when all went well
   * @param characters of each page, PDF only
   * @param unmapped characters of each page whose font does not say what they are, PDF only
   */
  record Layer(
      String text,
      String reason,
      int pages,
      List<Integer> characters,
      List<Integer> unmapped,
      Map<String, String> facts) {

    static Layer unread(String reason) {
      return new Layer("", reason, 0, List.of(), List.of(), Map.of());
    }
  }

  private final ExtractionSettings settings;
  private final PipesParser parser;

  TikaReader(ExtractionSettings settings, Tools tools, ChildClassPath classPath) {
    this.settings = settings;
    try {
      WorkFolder.sweep(settings.work().resolve("tmp"));
      var launcher = launcher(tools);
      var config = settings.work().resolve("tika.xml");
      write(config, configuration(classPath, launcher, config));
      parser = new PipesParser(PipesConfig.load(config));
    } catch (IOException | TikaException e) {
      throw new IllegalStateException(
          "extraction: cannot prepare the reader in " + settings.work(), e);
    }
  }

  Layer read(Path file, ContentType type) {
    var context = new ParseContext();
    context.set(
        HandlerConfig.class,
        new HandlerConfig(
            BasicContentHandlerFactory.HANDLER_TYPE.TEXT,
            HandlerConfig.PARSE_MODE.RMETA,
            settings.textLimit(),
            EMBEDDED,
            false));
    var tuple =
        new FetchEmitTuple(
            UUID.randomUUID().toString(),
            new FetchKey("files", file.toString()),
            new EmitKey("", ""),
            new Metadata(),
            context,
            FetchEmitTuple.ON_PARSE_EXCEPTION.EMIT);
    try {
      return layer(parser.parse(tuple));
    } catch (IOException | PipesException | RuntimeException e) {
      throw new IllegalStateException("extraction: the reader does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("extraction: interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static Layer layer(PipesResult result) {
    return switch (result.getStatus()) {
      case OOM -> Layer.unread("extraction.memory");
      case TIMEOUT -> Layer.unread("extraction.timeout");
      case UNSPECIFIED_CRASH -> Layer.unread("extraction.crash");
      case PARSE_SUCCESS, PARSE_SUCCESS_WITH_EXCEPTION, PARSE_EXCEPTION_EMIT ->
          layer(result.getEmitData().getMetadataList());
      case EMPTY_OUTPUT -> Layer.unread("extraction.damaged");
      case PARSE_EXCEPTION_NO_EMIT -> Layer.unread(reason(result.getMessage()));
      default ->
          throw new IllegalStateException(
              "extraction: the reader answered " + result.getStatus() + " " + result.getMessage());
    };
  }

  private static Layer layer(List<Metadata> parts) {
    var document = parts.get(0);
    var text = new StringBuilder();
    String reason = reason(document.get(TikaCoreProperties.CONTAINER_EXCEPTION));
    int attachments = 0;
    for (var part : parts) {
      var content = part.get(TikaCoreProperties.TIKA_CONTENT);
      if (content != null && !content.isBlank()) {
        text.append(content.strip()).append('\n');
      }
      boolean attached = "ATTACHMENT".equals(part.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE));
      attachments += attached ? 1 : 0;
      if (reason == null && part.get(TikaCoreProperties.WRITE_LIMIT_REACHED) != null) {
        reason = "extraction.text-limit";
      }
      if (reason == null && attached && part.get(TikaCoreProperties.EMBEDDED_EXCEPTION) != null) {
        reason = "extraction.attachment-unread";
      }
    }
    var facts = facts(document, parts);
    if (attachments > 0) {
      facts.put("attachments", Integer.toString(attachments));
    }
    var pages = document.getInt(PagedText.N_PAGES);
    if (pages == null) {
      pages = document.getInt(Office.PAGE_COUNT);
    }
    return new Layer(
        text.toString(),
        reason,
        pages == null ? 0 : pages,
        integers(document, PDF.CHARACTERS_PER_PAGE),
        integers(document, PDF.UNMAPPED_UNICODE_CHARS_PER_PAGE),
        facts);
  }

  /** The reason behind a stack trace of the child; null when there is none. */
  private static String reason(String trace) {
    if (trace == null || trace.isBlank()) {
      return null;
    }
    if (trace.contains("EncryptedDocumentException")
        || trace.contains("InvalidPasswordException")) {
      return "extraction.encrypted";
    }
    if (trace.toLowerCase(java.util.Locale.ROOT).contains("zip bomb")) {
      return "extraction.bomb";
    }
    return trace.contains("WriteLimitReached") ? "extraction.text-limit" : "extraction.damaged";
  }

  private static Map<String, String> facts(Metadata document, List<Metadata> parts) {
    var facts = new LinkedHashMap<String, String>();
    put(facts, "title", document.get(TikaCoreProperties.TITLE));
    put(facts, "author", document.get(TikaCoreProperties.CREATOR));
    put(facts, "created", document.get(TikaCoreProperties.CREATED));
    put(facts, "producer", document.get(PDF.PRODUCER));
    put(facts, "subject", document.get(TikaCoreProperties.SUBJECT));
    put(
        facts,
        "from",
        document.get("Message:From-Email") != null
            ? document.get("Message:From-Email")
            : document.get("Message-From"));
    put(facts, "to", document.get("Message-To"));
    var actions =
        Stream.of(document.getValues(PDF.ACTION_TYPES)).anyMatch(a -> a.contains("JavaScript"));
    boolean script =
        parts.stream()
            .anyMatch(p -> String.valueOf(p.get(Metadata.CONTENT_TYPE)).contains("javascript"));
    if (actions || script || document.get(PDF.JS_NAME) != null) {
      facts.put("javascript", "true");
    }
    return facts;
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (value != null && !value.isBlank()) {
      facts.put(name, value.length() > FACT ? value.substring(0, FACT) : value);
    }
  }

  private static List<Integer> integers(Metadata metadata, Property property) {
    var values = new ArrayList<Integer>();
    for (var value : metadata.getIntValues(property)) {
      values.add(value);
    }
    return values;
  }

  /**
   * The "java" that Pipes starts: a script, since Pipes lets us choose neither environment nor
   * folder nor priority. It keeps its process id through exec, so a folder whose process is gone
   * can be swept by the next one.
   */
  private Path launcher(Tools tools) throws IOException {
    var temporary = Files.createDirectories(settings.work().resolve("tmp"));
    var script =
        """
        #!/bin/sh
        cd '%1$s' || exit 1
        for old in reader-*; do
          [ -d "$old" ] && [ ! -d "/proc/${old#reader-}" ] && rm -rf "$old"
        done
        mine='%1$s'/reader-$$
        mkdir -p "$mine" && cd "$mine" || exit 1
        ulimit -f 2097152; ulimit -c 0
        exec env -i PATH='%2$s' LANG=C.UTF-8 TMPDIR="$mine" HOME="$mine" \\
          %3$s '%4$s' -Djava.io.tmpdir="$mine" "$@" 2>'%1$s'/reader.log
        """
            .formatted(
                temporary, settings.path(), String.join(" ", tools.isolation()), Sandbox.java());
    var launcher = settings.work().resolve("reader.sh");
    write(launcher, script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    return launcher;
  }

  private String configuration(ChildClassPath classPath, Path launcher, Path self) {
    var arguments =
        Stream.of(
                "-Xmx" + settings.readerHeapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dpdfbox.fontcache=" + settings.work(),
                "-cp",
                classPath.value())
            .map(argument -> "<arg>" + xml(argument) + "</arg>")
            .toList();
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <properties>
      <pipes><params>
        <tikaConfig>%s</tikaConfig>
        <javaPath>%s</javaPath>
        <numClients>%d</numClients>
        <timeoutMillis>%d</timeoutMillis>
        <startupTimeoutMillis>60000</startupTimeoutMillis>
        <sleepOnStartupTimeoutMillis>1000</sleepOnStartupTimeoutMillis>
        <shutdownClientAfterMillis>600000</shutdownClientAfterMillis>
        <maxFilesProcessedPerProcess>1000</maxFilesProcessedPerProcess>
        <maxWaitForClientMillis>600000</maxWaitForClientMillis>
        <maxForEmitBatchBytes>-1</maxForEmitBatchBytes>
        <forkedJvmArgs>%s</forkedJvmArgs>
      </params></pipes>
      <fetchers>
        <fetcher class="org.apache.tika.pipes.fetcher.fs.FileSystemFetcher"><params>
          <name>files</name><allowAbsolutePaths>true</allowAbsolutePaths>
        </params></fetcher>
      </fetchers>
      <autoDetectParserConfig><params>
        <outputThreshold>100000</outputThreshold>
        <maximumCompressionRatio>100</maximumCompressionRatio>
        <maximumDepth>200</maximumDepth>
        <maximumPackageEntryDepth>5</maximumPackageEntryDepth>
      </params></autoDetectParserConfig>
      <parsers>
        <parser class="org.apache.tika.parser.pdf.PDFParser"><params>
          <param name="ocrStrategy" type="string">no_ocr</param>
          <param name="extractActions" type="bool">true</param>
          <param name="extractInlineImages" type="bool">false</param>
        </params></parser>
        <parser class="org.apache.tika.parser.microsoft.ooxml.OOXMLParser"><params>
          <param name="useSAXDocxExtractor" type="bool">true</param>
        </params></parser>
        <parser class="org.apache.tika.parser.microsoft.OfficeParser"/>
        <parser class="org.apache.tika.parser.microsoft.rtf.RTFParser"/>
        <parser class="org.apache.tika.parser.odf.OpenDocumentParser"/>
        <parser class="org.apache.tika.parser.mail.RFC822Parser"/>
        <parser class="org.apache.tika.parser.html.JSoupParser"/>
        <parser class="org.apache.tika.parser.txt.TXTParser"/>
      </parsers>
    </properties>
    """
        .formatted(
            xml(self.toString()),
            xml(launcher.toString()),
            settings.readers(),
            settings.textTimeout().toMillis(),
            String.join("", arguments));
  }

  private static String xml(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
