package fr.vaguemestre.batch.demo;

import java.util.List;

/**
 * A whole fictional town, as read from {@code demo/town-*.json}.
 *
 * <p>Codes link the parts: a post names its unit, a type its default unit and templates. Optional
 * members are {@code null}; lists are never {@code null} in the files shipped.
 */
public record DemoTown(
    Tenant tenant,
    List<Unit> units,
    List<Group> groups,
    List<Agent> agents,
    List<TypeNode> types,
    List<Priority> priorities,
    List<Distribution> distributions,
    List<Contact> contacts,
    List<Salutation> salutations,
    List<Template> templates,
    List<HelpContact> helpContacts,
    List<Mailbox> mailboxes,
    List<Forwarded> forwarded,
    List<Away> absences,
    List<Machine> machines) {

  /** The town itself; colours are {@code #rrggbb}. */
  public record Tenant(
      String code,
      String name,
      String shortName,
      List<String> address,
      String phone,
      String email,
      String timezone,
      List<String> hosts,
      String primaryColor,
      String accentColor) {}

  /** One node of the chart; {@code parent} is a unit code, {@code chief} a login. */
  public record Unit(
      String code,
      String label,
      String shortLabel,
      UnitKind kind,
      String parent,
      String email,
      String phone,
      String address,
      String chief) {}

  public enum UnitKind {
    TOWN,
    CABINET,
    DG,
    POLE,
    DIRECTION,
    SERVICE,
    OFFICE
  }

  /**
   * A group of privileges; rights are names of {@code fr.vaguemestre.access.Right}, with their
   * perimeter after a colon when it is not the whole town.
   */
  public record Group(String code, String label, List<String> rights) {}

  /** An agent or elected delegate; {@code groups} are group codes. */
  public record Agent(
      String login,
      String title,
      String firstName,
      String lastName,
      String jobTitle,
      String email,
      String phone,
      List<Post> posts,
      List<String> groups) {

    public String fullName() {
      return firstName + " " + lastName;
    }
  }

  /** What an agent is in a unit; each agent has exactly one primary post. */
  public record Post(String unit, Function function, boolean primary) {}

  public enum Function {
    MAYOR,
    ELECTED,
    DIRECTOR,
    ASSISTANT,
    DGS,
    DGA,
    CABINET_DIRECTOR,
    CABINET_SECRETARY,
    MAIL_OFFICE,
    AGENT,
    ADMINISTRATOR,
    OPERATOR
  }

  /**
   * A node of the three-level tree; {@code rules} only on the third.
   *
   * @param level 1 domain, 2 family, 3 document type
   */
  public record TypeNode(String code, String label, int level, String parent, TypeRules rules) {}

  /**
   * @param processDays the service's own delay, calendar days from arrival
   * @param legalDelay ISO 8601 period, null when the regime is NONE
   * @param remindBefore days before the deadline
   * @param remindAfter days after the deadline
   * @param retention ISO 8601 period
   */
  public record TypeRules(
      int processDays,
      Regime regime,
      String legalDelay,
      int remindBefore,
      int remindAfter,
      String retention,
      Disposition disposition,
      String defaultUnit,
      List<String> replyTemplates) {}

  public enum Regime {
    NONE,
    SVA,
    SVR
  }

  public enum Disposition {
    KEEP,
    DESTROY,
    SORT
  }

  public record Priority(String code, String label, String color, int days, boolean byDefault) {}

  /**
   * Where a unit's letters go first.
   *
   * @param destination a login, or null for the unit's own basket
   */
  public record Distribution(
      String unit, String destination, List<String> copyUnits, List<String> copyAgents) {}

  /** A correspondent; persons have names, the others a {@code company}. */
  public record Contact(
      String code,
      ContactKind kind,
      String title,
      String firstName,
      String lastName,
      String company,
      String role,
      List<String> street,
      String postcode,
      String city,
      String email,
      String phone,
      String registry,
      String salutation) {

    /** The name as it stands first on an envelope. */
    public String displayName() {
      return company != null ? company : (title + " " + firstName + " " + lastName).strip();
    }
  }

  public enum ContactKind {
    PERSON,
    COMPANY,
    ASSOCIATION,
    ADMINISTRATION
  }

  /** How a letter to a contact opens and closes. */
  public record Salutation(String code, String label, String opening, String closing) {}

  /**
   * What a reply or acknowledgement template says between opening and closing; {@code keywords}
   * find it as a standard answer.
   */
  public record Template(
      String code,
      String label,
      Purpose purpose,
      String unit,
      String keywords,
      List<String> paragraphs) {}

  public enum Purpose {
    REPLY,
    NOTE,
    ACKNOWLEDGEMENT
  }

  /** Whom the town's agents turn to (O20). */
  public record HelpContact(HelpKind kind, String name, String email, String phone, String words) {}

  /** An address whose e-mails go to a unit (O21). */
  public record Mailbox(String address, String label, String unit) {}

  /**
   * An application of a partner that calls the API (API4), its secret the demo's password; {@code
   * unit} receives what it brings; {@code portal} and {@code portalKey} are a Publik portal's, or
   * null.
   */
  public record Machine(String login, String label, String unit, String portal, String portalKey) {}

  /** A letter that a unit received and sent on to the mail office (O2); {@code by} is a login. */
  public record Forwarded(String by, String words, DemoLetter letter) {}

  /**
   * Somebody who will be away; days as offsets from the loading day, from 8:00 on the first until
   * 18:00 on the last.
   */
  public record Away(String agent, int fromDay, int untilDay, List<Share> baskets) {}

  /** A basket (code) to a colleague (login). */
  public record Share(String basket, String replacement) {}

  public enum HelpKind {
    FUNCTIONAL,
    TECHNICAL
  }
}
