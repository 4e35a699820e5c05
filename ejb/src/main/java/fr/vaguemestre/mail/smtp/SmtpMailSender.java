package fr.vaguemestre.mail.smtp;

import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.MailDoubtful;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.mail.SendResult;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.IDN;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends over SMTP: one connection per message, never longer than the settings allow. */
public final class SmtpMailSender implements MailSender {
  private static final Pattern REPLY_CODE = Pattern.compile("(?m)^\\s*([245])\\d\\d[ -]");

  private static final int GLANCE_MILLIS = 2000;

  private final SmtpSettings settings;
  private final Clock clock;
  private final Session session;

  public SmtpMailSender(SmtpSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(SmtpSettings settings) {
    String protocol = settings.implicitTls() ? "mail.smtps." : "mail.smtp.";
    String exchange = Long.toString(settings.exchange().toMillis());
    var properties = new Properties();
    properties.put(protocol + "host", settings.host());
    properties.put(protocol + "port", Integer.toString(settings.port()));
    properties.put(protocol + "auth", Boolean.toString(settings.login() != null));
    properties.put(protocol + "connectiontimeout", Long.toString(settings.connect().toMillis()));
    properties.put(protocol + "timeout", exchange);
    properties.put(protocol + "writetimeout", exchange);
    properties.put(protocol + "starttls.enable", Boolean.toString(!settings.implicitTls()));
    properties.put(protocol + "starttls.required", Boolean.toString(settings.requireTls()));
    properties.put(protocol + "ssl.checkserveridentity", "true");
    properties.put(protocol + "sendpartial", "true");
    properties.put(protocol + "quitwait", "false");
    // A report that sends back our own attachments would be too large to be read.
    properties.put(protocol + "dsn.ret", "HDRS");
    if (settings.envelopeFrom() != null) {
      properties.put(protocol + "from", settings.envelopeFrom());
    }
    return properties;
  }

  @Override
  public boolean reachable() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(settings.host(), settings.port()), GLANCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public SendResult send(OutgoingMail mail) {
    MimeMessage message = compose(mail);
    try (Transport transport = session.getTransport(settings.implicitTls() ? "smtps" : "smtp")) {
      transport.connect(settings.host(), settings.port(), settings.login(), settings.password());
      return handOver(transport, message, mail);
    } catch (AuthenticationFailedException e) {
      // A wrong password is put right by the operator: the letter must wait, not die.
      throw new MailDelayed("login refused by " + settings.host(), List.of(), List.of(), e);
    } catch (MessagingException e) {
      if (isPermanent(e)) {
        throw new MailRejected(e.getMessage(), List.of(), e);
      }
      throw new MailDelayed(String.valueOf(e.getMessage()), List.of(), List.of(), e);
    }
  }

  /** From the first word on, what has no answer of the server is in doubt. */
  private static SendResult handOver(Transport transport, MimeMessage message, OutgoingMail mail)
      throws MessagingException {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return new SendResult(mail.messageId(), names(message.getAllRecipients()), List.of());
    } catch (SendFailedException e) {
      return judge(mail, e);
    } catch (MessagingException e) {
      if (answered(e)) {
        throw e;
      }
      throw new MailDoubtful(String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether a reply code of the server is in the exception or in those it carries. */
  private static boolean answered(MessagingException e) {
    for (Exception at = e; at instanceof MessagingException told; at = told.getNextException()) {
      if (REPLY_CODE.matcher(String.valueOf(told.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }

  /** Jakarta Mail sorts the addresses: 5xx are "invalid", 4xx and the not tried are "unsent". */
  private static SendResult judge(OutgoingMail mail, SendFailedException e) {
    List<String> accepted = names(e.getValidSentAddresses());
    List<String> later = names(e.getValidUnsentAddresses());
    List<String> never = names(e.getInvalidAddresses());
    if (isPermanent(e)) {
      throw new MailRejected(e.getMessage(), never, e);
    }
    if (!answered(e)) {
      throw new MailDoubtful(e.getMessage(), e);
    }
    if (!later.isEmpty() || accepted.isEmpty() && never.isEmpty()) {
      throw new MailDelayed(e.getMessage(), accepted, later, e);
    }
    if (accepted.isEmpty()) {
      throw new MailRejected(e.getMessage(), never, e);
    }
    return new SendResult(mail.messageId(), accepted, never);
  }

  /** Jakarta Mail's API has no reply code (only its implementation has): it is in the text. */
  private static boolean isPermanent(MessagingException e) {
    Matcher code = REPLY_CODE.matcher(String.valueOf(e.getMessage()));
    return code.find() && code.group(1).equals("5");
  }

  private static List<String> names(Address[] addresses) {
    var names = new ArrayList<String>();
    for (Address address : addresses == null ? new Address[0] : addresses) {
      names.add(address instanceof InternetAddress a ? a.getAddress() : address.toString());
    }
    return names;
  }

  private MimeMessage compose(OutgoingMail mail) {
    try {
      var message = new FixedIdMessage(session, mail.messageId());
      message.setFrom(address(mail.from()));
      if (mail.replyTo() != null) {
        message.setReplyTo(new Address[] {address(mail.replyTo())});
      }
      for (String to : mail.to()) {
        message.addRecipient(Message.RecipientType.TO, address(to));
      }
      message.setSubject(mail.subject(), "UTF-8");
      message.setSentDate(Date.from(clock.instant()));
      for (var header : mail.headers().entrySet()) {
        message.setHeader(
            header.getKey(),
            MimeUtility.fold(
                header.getKey().length() + 2,
                MimeUtility.encodeText(header.getValue(), "UTF-8", null)));
      }
      body(message, mail);
      message.saveChanges();
      return message;
    } catch (MessagingException | IOException e) {
      throw new MailRejected("cannot compose: " + e.getMessage(), List.of(), e);
    }
  }

  private static void body(MimeMessage message, OutgoingMail mail)
      throws MessagingException, IOException {
    if (mail.attachments().isEmpty()) {
      words(message, mail);
      return;
    }
    var mixed = new MimeMultipart("mixed");
    var first = new MimeBodyPart();
    words(first, mail);
    mixed.addBodyPart(first);
    for (OutgoingMail.Attachment attachment : mail.attachments()) {
      mixed.addBodyPart(part(attachment));
    }
    message.setContent(mixed);
  }

  private static void words(MimePart part, OutgoingMail mail) throws MessagingException {
    if (mail.html() == null) {
      part.setText(mail.text(), "UTF-8", "plain");
      return;
    }
    var alternative = new MimeMultipart("alternative");
    var plain = new MimeBodyPart();
    plain.setText(mail.text(), "UTF-8", "plain");
    var html = new MimeBodyPart();
    html.setText(mail.html(), "UTF-8", "html");
    alternative.addBodyPart(plain);
    alternative.addBodyPart(html);
    part.setContent(alternative);
  }

  /** The name goes out as RFC 2231 and, for old readers, as the RFC 2047 {@code name} parameter. */
  private static MimeBodyPart part(OutgoingMail.Attachment attachment)
      throws MessagingException, IOException {
    if (!Files.isReadable(attachment.file())) {
      throw new IOException("attachment not readable: " + attachment.name());
    }
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new FileSource(attachment)));
    var disposition = new ParameterList();
    disposition.set("filename", attachment.name(), StandardCharsets.UTF_8.name());
    part.setHeader("Content-Disposition", "attachment" + disposition.toString(33));
    var type = new ParameterList();
    type.set("name", MimeUtility.encodeWord(attachment.name(), "UTF-8", null));
    part.setHeader("Content-Type", attachment.mediaType() + type.toString(60));
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  private static InternetAddress address(String written) throws AddressException {
    try {
      InternetAddress[] one = InternetAddress.parse(written, true);
      if (one.length != 1) {
        throw new AddressException("one address expected", written);
      }
      String bare = one[0].getAddress();
      int at = bare.lastIndexOf('@');
      if (at < 1 || bare.indexOf('.', at) < 0 && !bare.endsWith("@localhost")) {
        throw new AddressException("no domain", written);
      }
      one[0].setAddress(bare.substring(0, at + 1) + IDN.toASCII(bare.substring(at + 1)));
      if (one[0].getPersonal() != null) {
        one[0].setPersonal(one[0].getPersonal(), "UTF-8");
      }
      one[0].validate();
      return one[0];
    } catch (AddressException | IllegalArgumentException | java.io.UnsupportedEncodingException e) {
      throw new MailRejected("not an address: " + written, List.of(written), e);
    }
  }

  /** Jakarta Mail would invent a new Message-ID on every try. */
  private static final class FixedIdMessage extends MimeMessage {
    private final String messageId;

    FixedIdMessage(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }

  private record FileSource(OutgoingMail.Attachment attachment) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
      return Files.newInputStream(attachment.file());
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public String getContentType() {
      return attachment.mediaType();
    }

    @Override
    public String getName() {
      return attachment.name();
    }
  }
}
