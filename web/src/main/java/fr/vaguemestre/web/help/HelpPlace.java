package fr.vaguemestre.web.help;

import java.util.List;

/** Which help fits a screen: the page and, in it, the section; the first prefix that fits wins. */
record HelpPlace(String screen, String page, String section) {
  private static final List<HelpPlace> PLACES =
      List.of(
          new HelpPlace("/admin/state", "operator", "state"),
          new HelpPlace("/admin/monitoring", "operator", "monitoring"),
          new HelpPlace("/admin/job", "operator", "jobs"),
          new HelpPlace("/admin/outbox", "operator", "queue"),
          new HelpPlace("/admin/town", "administrator", "towns"),
          new HelpPlace("/admin/copies", "administrator", "copies"),
          new HelpPlace("/admin/privacy", "administrator", "privacy"),
          new HelpPlace("/admin/seal", "administrator", "seal"),
          new HelpPlace("/admin/look", "administrator", "look"),
          new HelpPlace("/admin/help", "administrator", "contacts"),
          new HelpPlace("/admin/group", "administrator", "rights"),
          new HelpPlace("/admin/absence", "administrator", "absences"),
          new HelpPlace("/admin/journal", "administrator", "journal"),
          new HelpPlace("/admin/close", "administrator", "closing"),
          new HelpPlace("/admin/closure", "administrator", "closing"),
          new HelpPlace("/admin/import", "administrator", "import"),
          new HelpPlace("/admin/unit", "administrator", "units"),
          new HelpPlace("/admin/branch", "administrator", "units"),
          new HelpPlace("/admin/move", "administrator", "units"),
          new HelpPlace("/admin/retention", "administrator", "retention"),
          new HelpPlace("/admin/type", "administrator", "types"),
          new HelpPlace("/admin/priorit", "administrator", "types"),
          new HelpPlace("/admin/calendar", "administrator", "calendar"),
          new HelpPlace("/admin/mailbox", "administrator", "mailboxes"),
          new HelpPlace("/admin/client", "administrator", "clients"),
          new HelpPlace("/admin/calls", "administrator", "clients"),
          new HelpPlace("/admin/webhook", "administrator", "webhooks"),
          new HelpPlace("/admin/circuit", "administrator", "circuits"),
          new HelpPlace("/admin/passage", "administrator", "circuits"),
          new HelpPlace("/admin/basket", "administrator", "made-baskets"),
          new HelpPlace("/admin/agent", "assistant", "agents"),
          new HelpPlace("/admin/template", "assistant", "templates"),
          new HelpPlace("/admin/answer", "assistant", "templates"),
          new HelpPlace("/admin/wording", "assistant", "wordings"),
          new HelpPlace("/admin/chain", "assistant", "chains"),
          new HelpPlace("/capture/forward", "agent", "forward"),
          new HelpPlace("/capture/", "mail-office", "register"),
          new HelpPlace("/correspondence/", "agent", "open"),
          new HelpPlace("/basket/bulk", "agent", "bulk"),
          new HelpPlace("/mail/", "agent", "send"),
          new HelpPlace("/delay/", "agent", "delays"),
          new HelpPlace("/mailing/", "agent", "send"),
          new HelpPlace("/search", "agent", "search"),
          new HelpPlace("/account/absence", "agent", "absence"),
          new HelpPlace("/account/", "agent", "account"),
          new HelpPlace("/", "agent", "baskets"));

  static String address(String screen) {
    var place =
        PLACES.stream().filter(p -> screen.startsWith(p.screen())).findFirst().orElseThrow();
    return "/help/index.xhtml?page=" + place.page() + "#" + place.section();
  }

  static List<HelpPlace> all() {
    return PLACES;
  }
}
