package fr.vaguemestre.mail.catcher;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server for the demo: takes everything addressed to anybody, on 127.0.0.1 only, and keeps
 * each message as one {@code .eml} file. It delivers nothing.
 */
public final class MailCatcher implements AutoCloseable {
  /** Larger than any town's attachments, small enough for a demo disk: 30 MiB. */
  public static final int MAX_MESSAGE = 30 * 1024 * 1024;

  private static final Pattern ID = Pattern.compile("\\d{13}-[0-9a-f]{8}");
  private static final int MAX_DEPTH = 8;

  private final Path folder;
  private final Clock clock;
  private final SMTPServer server;

  private MailCatcher(int port, Path folder, int maxMessage, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .softwareName("Vaguemestre")
            .maxMessageSize(maxMessage)
            .maxRecipients(100)
            .maxConnections(20)
            .connectionTimeout(1, TimeUnit.MINUTES)
            .insertReceivedHeaders(false)
            .messageHandlerFactory(context -> new Caught(maxMessage))
            .build();
  }

  /**
   * Starts catching.
   *
   * @param port 0 for a free one, told by {@link #port()}
   * @param folder created when missing; messages already there are listed too
   */
  public static MailCatcher start(int port, Path folder, Clock clock) {
    return start(port, folder, MAX_MESSAGE, clock);
  }

  static MailCatcher start(int port, Path folder, int maxMessage, Clock clock) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var catcher = new MailCatcher(port, folder, maxMessage, clock);
    catcher.server.start();
    return catcher;
  }

  public int port() {
    return server.getPortAllocated();
  }

  public void stop() {
    server.stop();
  }

  @Override
  public void close() {
    stop();
  }

  /** Newest first; a file that is no message is listed by its name, never hidden. */
  public List<CaughtMail> list() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> ID.matcher(idOf(file)).matches())
          .sorted(Comparator.comparing(MailCatcher::idOf).reversed())
          .map(this::line)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when there is no such message: an id is never taken as a path. */
  public Optional<CaughtMail.Content> read(String id) {
    Path file = folder.resolve(ID.matcher(id).matches() ? id + ".eml" : ".none");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(content(file, new MimeMessage(session(), in)));
    } catch (MessagingException e) {
      return Optional.of(
          new CaughtMail.Content(
              line(file), "", "", String.valueOf(e.getMessage()), "", List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids of what was caught, by Message-ID; mails without one are not among them. */
  Map<String, String> byMessageId() {
    var ids = new HashMap<String, String>();
    for (var mail : list()) {
      read(mail.id())
          .map(CaughtMail.Content::messageId)
          .filter(messageId -> !messageId.isEmpty())
          .ifPresent(messageId -> ids.put(messageId, mail.id()));
    }
    return ids;
  }

  void remove(Collection<String> messageIds) {
    var ids = byMessageId();
    try {
      for (var messageId : messageIds) {
        if (ids.containsKey(messageId)) {
          Files.deleteIfExists(folder.resolve(ids.get(messageId) + ".eml"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String idOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".eml") ? name.substring(0, name.length() - 4) : "";
  }

  private static Session session() {
    return Session.getInstance(new Properties());
  }

  private CaughtMail line(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return line(file, new MimeMessage(session(), in));
    } catch (MessagingException e) {
      return new CaughtMail(
          idOf(file), receivedAt(file), "", List.of(), "", file.toFile().length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CaughtMail line(Path file, MimeMessage message)
      throws MessagingException, IOException {
    return new CaughtMail(
        idOf(file),
        receivedAt(file),
        String.join(", ", written(message.getFrom())),
        written(message.getRecipients(Message.RecipientType.TO)),
        Optional.ofNullable(message.getSubject()).orElse(""),
        Files.size(file));
  }

  private static Instant receivedAt(Path file) {
    return Instant.ofEpochMilli(Long.parseLong(idOf(file).substring(0, 13)));
  }

  private static List<String> written(Address[] addresses) {
    return Arrays.stream(addresses == null ? new Address[0] : addresses)
        .map(a -> a instanceof InternetAddress i ? i.toUnicodeString() : a.toString())
        .toList();
  }

  private static CaughtMail.Content content(Path file, MimeMessage message)
      throws MessagingException, IOException {
    var text = new StringBuilder();
    var html = new StringBuilder();
    var attachments = new ArrayList<CaughtMail.File>();
    collect(message, text, html, attachments, 0);
    return new CaughtMail.Content(
        line(file, message),
        Optional.ofNullable(message.getMessageID()).orElse(""),
        message.getHeader("Reply-To") == null
            ? ""
            : String.join(", ", written(message.getReplyTo())),
        text.toString(),
        html.toString(),
        List.copyOf(attachments));
  }

  private static void collect(
      Part part,
      StringBuilder text,
      StringBuilder html,
      List<CaughtMail.File> attachments,
      int depth)
      throws MessagingException, IOException {
    boolean named = part.getFileName() != null;
    if (part.isMimeType("multipart/*") && depth < MAX_DEPTH) {
      var parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart child = parts.getBodyPart(i);
        collect(child, text, html, attachments, depth + 1);
      }
    } else if (!named && part.isMimeType("text/html")) {
      html.append(part.getContent());
    } else if (!named && part.isMimeType("text/plain")) {
      text.append(part.getContent());
    } else {
      String type = part.getContentType().replaceFirst(";(?s).*", "").trim();
      String name = named ? MimeUtility.decodeText(part.getFileName()) : "sans-nom";
      attachments.add(
          new CaughtMail.File(name, type, part.getDataHandler().getInputStream().readAllBytes()));
    }
  }

  /** One SMTP transaction: the file appears under its name only once it is whole. */
  private final class Caught implements MessageHandler {
    private final int maxMessage;
    private final StringBuilder envelope = new StringBuilder();

    Caught(int maxMessage) {
      this.maxMessage = maxMessage;
    }

    @Override
    public void from(String from) {
      envelope.append("Return-Path: <").append(from).append(">\r\n");
    }

    @Override
    public void recipient(String recipient) {
      envelope.append("X-Original-To: ").append(recipient).append("\r\n");
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      Path whole = Files.createTempFile(folder, ".caught", ".part");
      try {
        try (var out = new Bounded(Files.newOutputStream(whole), maxMessage)) {
          out.write(envelope.toString().getBytes(StandardCharsets.UTF_8));
          data.transferTo(out);
          if (out.left < 0) {
            throw new RejectException(552, "5.3.4 message too large");
          }
        }
        String id =
            String.format("%013d-%s", clock.millis(), UUID.randomUUID().toString().substring(0, 8));
        Files.move(whole, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        return null;
      } finally {
        Files.deleteIfExists(whole);
      }
    }

    @Override
    public void done() {}
  }

  /** Swallows what is over the limit: a client cut off while it talks would take it for a fault. */
  private static final class Bounded extends FilterOutputStream {
    private long left;

    Bounded(OutputStream out, long most) {
      super(out);
      this.left = most;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      left -= length;
      if (left >= 0) {
        out.write(bytes, from, length);
      }
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }
  }
}
