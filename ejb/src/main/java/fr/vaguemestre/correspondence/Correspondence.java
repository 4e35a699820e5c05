package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.circuit.CircuitVersion;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.db.Owned;
import fr.vaguemestre.qualification.DocumentType;
import fr.vaguemestre.qualification.Priority;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A correspondence: a letter, an e-mail, a call or a web request, from its arrival to its answer.
 * It is held by one unit, may be assigned to one agent of it, and stands in one state of the
 * circuit version it began with, until it is moved to another. Its state is moved by {@link
 * CorrespondenceActions} only. It carries the tokens that say who sees it; they follow every change
 * here.
 */
@Entity
public class Correspondence extends Owned {
  @Column(insertable = false, updatable = false)
  private String chrono;

  @Enumerated(EnumType.STRING)
  private Category category;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String subject;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "type_id")
  private DocumentType type;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "priority_id")
  private Priority priority;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "sender_id")
  private Contact sender;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "unit_id")
  private Unit unit;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "assignee_id")
  private Agent assignee;

  @Column(name = "registrant_id")
  private long registrant;

  @Column(name = "circuit_version_id")
  private long circuitVersion;

  private String state;

  @Column(name = "state_since")
  private Instant stateSince;

  private boolean closed;

  @Column(name = "in_circuit")
  private boolean inCircuit;

  @Column(name = "document_date")
  private LocalDate documentDate;

  @Column(name = "postmark_date")
  private LocalDate postmarkDate;

  @Column(name = "first_received_on")
  private LocalDate firstReceivedOn;

  @Column(name = "arrival_date")
  private LocalDate arrivalDate;

  @Column(name = "registered_at")
  private Instant registeredAt;

  private LocalDate deadline;

  @Column(name = "deadline_reason")
  private String deadlineReason;

  private boolean confidential;
  private boolean sensitive;

  @Column(name = "external_id")
  private String externalId;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "correspondence_audience",
      joinColumns = @JoinColumn(name = "correspondence_id"))
  @Column(name = "token")
  private Set<String> audience = new HashSet<>();

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "correspondence_participant",
      joinColumns = @JoinColumn(name = "correspondence_id"))
  private Set<Participant> participants = new HashSet<>();

  protected Correspondence() {}

  Correspondence(
      Registration wish,
      Filing filing,
      long registrant,
      CircuitVersion circuit,
      State first,
      Instant now) {
    this.category = wish.category();
    this.channel = wish.channel();
    this.registrant = registrant;
    this.registeredAt = now;
    this.externalId = wish.externalId();
    this.documentDate = wish.documentDate();
    this.postmarkDate = wish.postmarkDate();
    this.arrivalDate = wish.arrivalDate();
    this.sensitive = wish.sensitive();
    this.circuitVersion = circuit.id();
    enter(first, now);
    file(filing);
  }

  /** What it is about, and for whom; the deadline follows from the type and the priority. */
  void file(Filing filing) {
    this.subject = filing.subject();
    this.type = filing.type();
    this.priority = filing.priority();
    this.sender = filing.sender();
    this.unit = filing.unit();
    this.confidential = filing.confidential();
    this.deadline = filing.deadline();
    this.deadlineReason = filing.deadlineReason();
    this.firstReceivedOn = filing.firstReceivedOn();
    refreshAudience();
  }

  void enter(State to, Instant now) {
    if (closed && !to.closed()) {
      backToTheLiving();
    }
    if (!to.code().equals(state)) {
      this.stateSince = now;
    }
    this.state = to.code();
    this.closed = to.closed();
    this.inCircuit = to.inCircuit();
    refreshAudience();
  }

  /** Leaves its circuit version for another, and stands in this state of it. */
  void follow(CircuitVersion circuit, String code, Instant now) {
    this.circuitVersion = circuit.id();
    enter(circuit.state(code), now);
  }

  /** A closed letter may outlive its unit and its agent: what took their place holds it then. */
  private void backToTheLiving() {
    while (!unit.open()) {
      this.unit = unit.parent();
    }
    if (assignee != null && !assignee.active()) {
      this.assignee = null;
    }
  }

  /** Moves it to a unit's basket, or to one agent there. */
  public void assign(Unit to, Agent agent) {
    this.unit = Objects.requireNonNull(to);
    this.assignee = agent;
    refreshAudience();
  }

  public void join(Participant participant) {
    participants.add(participant);
    refreshAudience();
  }

  public void leave(Participant participant) {
    participants.remove(participant);
    refreshAudience();
  }

  /** The tokens it carries are those of its facts; a new letter has none before its unit. */
  void refreshAudience() {
    if (unit == null) {
      return;
    }
    var carried =
        Visibility.carriedBy(
            new Visibility.LetterFacts(
                unit.id(),
                assignee == null ? null : assignee.id(),
                registrant,
                participants.stream().map(Participant::agent).filter(Objects::nonNull).toList(),
                participants.stream().map(Participant::unit).filter(Objects::nonNull).toList(),
                confidential,
                sensitive,
                inCircuit));
    audience.retainAll(carried);
    audience.addAll(carried);
  }

  public Set<String> audience() {
    return Set.copyOf(audience);
  }

  public Set<Participant> participants() {
    return Set.copyOf(participants);
  }

  public String chrono() {
    return chrono;
  }

  public Category category() {
    return category;
  }

  public Channel channel() {
    return channel;
  }

  public String subject() {
    return subject;
  }

  public DocumentType type() {
    return type;
  }

  public Priority priority() {
    return priority;
  }

  public Contact sender() {
    return sender;
  }

  public Unit unit() {
    return unit;
  }

  public Agent assignee() {
    return assignee;
  }

  /** The id of the circuit version it began with, or was moved to since. */
  public long circuitVersion() {
    return circuitVersion;
  }

  /** The code of the state it stands in. */
  public String state() {
    return state;
  }

  boolean closed() {
    return closed;
  }

  public LocalDate arrivalDate() {
    return arrivalDate;
  }

  /** When the administration it was first sent to received it (L114-2); null when that is here. */
  public LocalDate firstReceivedOn() {
    return firstReceivedOn;
  }

  public LocalDate deadline() {
    return deadline;
  }

  String deadlineReason() {
    return deadlineReason;
  }

  public boolean confidential() {
    return confidential;
  }

  public boolean sensitive() {
    return sensitive;
  }
}
