package fr.vaguemestre.web.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.delay.DelayDate;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.tenant.Tenants;
import fr.vaguemestre.web.contact.Senders;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** capture/register.xhtml: the form beside the file in sight. */
@Named
@RequestScoped
public class RegisterScreen {
  @Inject Captures captures;
  @Inject QueueScreen queue;
  @Inject Senders senders;
  @Inject Addressees addressees;
  @Inject Organisation organisation;
  @Inject Typology typology;
  @Inject Correspondences correspondences;
  @Inject Tenants tenants;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  @Inject Clock clock;
  private final Entry entry = new Entry();

  @PostConstruct
  void open() {
    if (!Captures.mayRegister(reader.get())) {
      throw Refusal.forbidden();
    }
    entry.setArrivalDate(
        queue.getOrigin() == null
            ? tenants.current().today(clock)
            : queue.getOrigin().receivedOn());
    entry.setChannel(queue.getCurrent() == null ? Channel.PHONE : Channel.PAPER);
  }

  /** Whether this agent registers the Cabinet's letters alone (O3). */
  public boolean isCabinetOnly() {
    return !reader.get().may(Right.REGISTER);
  }

  /** What is typed. */
  public Entry getEntry() {
    return entry;
  }

  public Channel[] getChannels() {
    return Channel.values();
  }

  /** The same at each try: registering twice what one sent twice makes one letter. */
  public String getKey() {
    var sent = request.getParameter("key");
    return sent == null ? UUID.randomUUID().toString() : sent;
  }

  /** When the letter will be due as typed so far; null while nothing says. */
  public DelayDate getDue() {
    return entry.getType() == null || entry.getArrivalDate() == null
        ? null
        : typology
            .deadline(entry.getType(), entry.getPriority(), entry.getArrivalDate())
            .orElse(null);
  }

  /** The unit was chosen: those of its distribution list are proposed. */
  public void unitChosen() {
    var unit = addressees.unit("unit", entry.getUnit());
    if (unit == null) {
      return;
    }
    var copies = new ArrayList<String>();
    for (var line : organisation.distribution(unit)) {
      var name = line.unit() ? line.label() : addressees.agentShown(line.code());
      if (line.role() == DistributionLine.Role.COPY) {
        copies.add(name);
      } else if (!line.unit()) {
        entry.setAssignee(name);
      }
    }
    entry.setCopies(copies);
  }

  /** The letter just registered, to be announced. */
  public LetterLine getSaved() {
    var saved = request.getParameter("saved");
    return saved == null || !saved.matches("\\d{1,18}")
        ? null
        : correspondences.lines(reader.get(), List.of(Long.valueOf(saved))).stream()
            .findFirst()
            .orElse(null);
  }

  public String save() {
    var registered = captures.registerUploads(reader.get(), wish(), queue.sent(), getKey());
    return "/capture/register.xhtml?faces-redirect=true&saved=" + registered.id();
  }

  private Registration wish() {
    var copyUnits = new ArrayList<String>();
    var copyAgents = new ArrayList<String>();
    for (var name : entry.getCopies()) {
      var found = addressees.find("copies", name);
      if (found.unit() != null) {
        copyUnits.add(found.unit());
      } else {
        copyAgents.add(found.agent());
      }
    }
    var known =
        entry.getSender() == null || entry.isNewSender()
            ? null
            : senders.find(entry.getSender()).orElse(null);
    return new Registration(
        Category.INCOMING,
        entry.getChannel(),
        entry.getSubject(),
        entry.getType(),
        entry.getPriority(),
        known,
        known == null ? sender() : null,
        addressees.unit("unit", entry.getUnit()),
        addressees.agent("assignee", entry.getAssignee()),
        copyUnits,
        copyAgents,
        entry.getDocumentDate(),
        null,
        entry.getArrivalDate(),
        entry.getDeadline(),
        entry.isConfidential(),
        entry.isSensitive(),
        entry.isToQualify(),
        null,
        entry.getDeadlineReason(),
        entry.getFirstReceivedOn());
  }

  /** A new contact; a name typed and not picked is a last name. */
  private ContactWish sender() {
    if (entry.getSender() == null && !entry.isNewSender()) {
      return null;
    }
    var last = entry.isNewSender() ? entry.getLastName() : entry.getSender();
    return new ContactWish(
        entry.getCompany() == null ? ContactKind.PERSON : ContactKind.COMPANY,
        null,
        last,
        entry.getFirstName(),
        entry.getCompany(),
        entry.getEmail(),
        null,
        entry.getStreet(),
        null,
        entry.getPostcode(),
        entry.getCity());
  }
}
