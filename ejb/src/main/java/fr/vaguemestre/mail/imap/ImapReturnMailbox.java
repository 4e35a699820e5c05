package fr.vaguemestre.mail.imap;

import fr.vaguemestre.mail.DeliveryReport;
import fr.vaguemestre.mail.DeliveryReports;
import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.ReturnMailbox;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;

/** The INBOX of an IMAP account, read without marking what is not ours. */
public final class ImapReturnMailbox implements ReturnMailbox {
  private static final int MOST = 200;
  private static final String PATIENCE_MILLIS = "30000";

  private final ImapSettings settings;
  private final Session session;
  private final Set<Long> notOurs = new HashSet<>();
  private long validity;

  public ImapReturnMailbox(ImapSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(ImapSettings settings) {
    var protocol = settings.tls() ? "mail.imaps." : "mail.imap.";
    var properties = new Properties();
    properties.put(protocol + "connectiontimeout", PATIENCE_MILLIS);
    properties.put(protocol + "timeout", PATIENCE_MILLIS);
    properties.put(protocol + "writetimeout", PATIENCE_MILLIS);
    properties.put(protocol + "ssl.checkserveridentity", "true");
    properties.put(protocol + "peek", "true");
    return properties;
  }

  @Override
  public synchronized void read(Predicate<DeliveryReport> known) {
    try (Store store = session.getStore(settings.tls() ? "imaps" : "imap")) {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      var inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_WRITE);
      try {
        forgetIfRenumbered((UIDFolder) inbox);
        readAll(fresh(inbox), (UIDFolder) inbox, known);
      } finally {
        inbox.close(false);
      }
    } catch (MessagingException | IOException e) {
      throw new MailDelayed(String.valueOf(e.getMessage()), List.of(), List.of(), e);
    }
  }

  /** One that cannot be kept stops no other: it is given again in the next round. */
  private void readAll(List<Message> messages, UIDFolder inbox, Predicate<DeliveryReport> known)
      throws MessagingException, IOException {
    RuntimeException first = null;
    for (var message : messages) {
      try {
        read(message, inbox.getUID(message), known);
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private void read(Message message, long uid, Predicate<DeliveryReport> known)
      throws MessagingException, IOException {
    var report = DeliveryReports.read(start(message));
    if (report.filter(known).isPresent()) {
      message.setFlag(Flags.Flag.SEEN, true);
    } else {
      notOurs.add(uid);
    }
  }

  /** The last to come, in the order they came: what nobody knows may have piled up before them. */
  private List<Message> fresh(Folder inbox) throws MessagingException {
    var unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
    var wanted = new FetchProfile();
    wanted.add(UIDFolder.FetchProfileItem.UID);
    inbox.fetch(unseen, wanted);
    var uids = (UIDFolder) inbox;
    var fresh = new ArrayList<Message>();
    for (int i = unseen.length - 1; i >= 0 && fresh.size() < MOST; i--) {
      if (!notOurs.contains(uids.getUID(unseen[i]))) {
        fresh.addFirst(unseen[i]);
      }
    }
    return fresh;
  }

  private void forgetIfRenumbered(UIDFolder inbox) throws MessagingException {
    if (inbox.getUIDValidity() != validity) {
      validity = inbox.getUIDValidity();
      notOurs.clear();
    }
  }

  /** As much of it as is looked at: the rest is not fetched. */
  private static byte[] start(Message message) throws MessagingException, IOException {
    var start = new Start();
    try {
      message.writeTo(start);
    } catch (Enough e) {
      return start.kept.toByteArray();
    }
    return start.kept.toByteArray();
  }

  private static final class Start extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      kept.write(bytes, from, length);
      if (kept.size() >= DeliveryReports.LONGEST) {
        throw new Enough();
      }
    }
  }

  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
