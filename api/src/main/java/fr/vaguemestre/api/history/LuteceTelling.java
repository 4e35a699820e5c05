package fr.vaguemestre.api.history;

import fr.vaguemestre.history.Telling;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The {@code notification} of LUTECE's notification store, version 3. */
final class LuteceTelling {
  private static final long LAST = 253_402_300_799_000L;
  private static final Map<Telling.Channel, String> MEMBERS =
      new EnumMap<>(
          Map.of(
              Telling.Channel.BACKOFFICE, "backoffice",
              Telling.Channel.EMAIL, "customer_email",
              Telling.Channel.SMS, "sms",
              Telling.Channel.DASHBOARD, "mydashboard",
              Telling.Channel.BROADCAST, "broadcast_email"));

  private LuteceTelling() {}

  static String member(Telling.Channel channel) {
    return MEMBERS.get(channel);
  }

  /** What is missing is empty or null: it will be a warning. */
  static Telling read(LuteceBody notification, Clock clock) {
    var demand = notification.inner("demand");
    var customer = demand.inner("customer");
    var status = demand.number("status_id", "generic_status_id");
    return new Telling(
        at(notification, clock),
        Objects.toString(demand.text("id"), ""),
        Objects.toString(demand.text("type_id"), ""),
        demand.text("subtype_id"),
        demand.text("reference"),
        status == null ? notification.inner("mydashboard").number("status_id") : status,
        demand.number("max_step", "max_steps"),
        demand.number("current_step"),
        new Telling.Customer(
            customer.text("customer_id", "id"),
            customer.text("connection_id"),
            customer.text("email")),
        messages(notification));
  }

  /** Milliseconds since 1970; now when it is not said. */
  private static Instant at(LuteceBody notification, Clock clock) {
    var text = notification.text("date");
    if (text != null && text.matches("[0-9]{1,15}") && Long.parseLong(text) <= LAST) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
    return clock.instant();
  }

  private static List<Telling.Message> messages(LuteceBody notification) {
    var messages = new ArrayList<Telling.Message>();
    MEMBERS.forEach(
        (channel, name) ->
            notification
                .all(name)
                .limit(1)
                .forEach(
                    m ->
                        messages.add(
                            new Telling.Message(
                                channel,
                                m.text("status_text"),
                                m.text("subject"),
                                m.text("message"),
                                m.text("sender_name", "sender_email")))));
    return messages;
  }
}
