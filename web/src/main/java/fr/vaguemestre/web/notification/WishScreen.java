package fr.vaguemestre.web.notification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.notification.ByMail;
import fr.vaguemestre.notification.Notifications;
import fr.vaguemestre.notification.Reason;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** On the account page: what one wishes to be told by mail. */
@Named
@RequestScoped
public class WishScreen {
  @Inject Notifications notifications;
  @Inject CurrentReader reader;
  @Inject Told told;
  private List<Row> rows;

  /** One reason and what is chosen for it. */
  public static class Row {
    private final Reason reason;
    private ByMail byMail;

    Row(Reason reason, ByMail byMail) {
      this.reason = reason;
      this.byMail = byMail;
    }

    public Reason getReason() {
      return reason;
    }

    public ByMail getByMail() {
      return byMail;
    }

    public void setByMail(ByMail byMail) {
      this.byMail = byMail;
    }
  }

  @PostConstruct
  void read() {
    rows =
        notifications.wishes(reader.get()).entrySet().stream()
            .map(wish -> new Row(wish.getKey(), wish.getValue()))
            .toList();
  }

  /** Whose address is missing for mails to come; null when none is. */
  public Notifications.NoMail getNoMail() {
    return notifications.noMail(reader.get()).orElse(null);
  }

  public List<Row> getRows() {
    return rows;
  }

  public ByMail[] getChoices() {
    return ByMail.values();
  }

  public String keep() {
    Map<Reason, ByMail> wishes =
        rows.stream()
            .collect(
                Collectors.toMap(
                    Row::getReason,
                    Row::getByMail,
                    (a, b) -> b,
                    () -> new EnumMap<>(Reason.class)));
    notifications.wish(reader.get(), wishes);
    told.done("notification.kept");
    return "/account/account.xhtml?faces-redirect=true";
  }
}
