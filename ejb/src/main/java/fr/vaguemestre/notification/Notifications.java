package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader has been told, as long as they still see the letter (O8), and how they wish to be
 * told.
 */
@Stateless
public class Notifications {
  /** Where counting stops. */
  public static final int MOST = 100;

  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Whose address is missing for mails to come. */
  public enum NoMail {
    TOWN,
    AGENT
  }

  /** The unread ones, {@link #MOST} for that many or more. */
  public long unread(Reader reader) {
    return database.count(
        sql("select count(*) as count from (select 1")
            .add(seenBy(reader))
            .add("and n.read_at is null limit ?) u", MOST));
  }

  /**
   * Of these agents, the row id of the newest thing each was told; those who were told anything.
   */
  public Map<Long, Long> newest(Collection<Long> agents) {
    return database
        .list(
            sql(
                """
                select a.id, m.newest from agent a
                  cross join lateral (select max(n.id) as newest from notification n
                                       where n.tenant_id = a.tenant_id and n.agent_id = a.id) m
                 where a.id = any(?) and m.newest is not null
                """,
                agents),
            row -> Map.entry(row.number("id"), row.number("newest")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The last two hundred, newest first. */
  public List<NotificationLine> of(Reader reader) {
    return database.list(
        sql("select n.*, c.chrono, c.subject, a.first_name || ' ' || a.last_name as by_whom")
            .add(seenBy(reader))
            .add("order by n.id desc limit 200"),
        row ->
            new NotificationLine(
                row.number("id"),
                row.constant("reason", Reason.class),
                row.instant("at"),
                row.text("by_whom"),
                row.number("correspondence_id"),
                row.text("chrono"),
                row.text("subject"),
                row.instant("read_at") != null));
  }

  /** The reader has looked at the letter: what they were told of it is read. */
  public void read(Reader reader, long letter) {
    database.update(
        sql(
            "update notification set read_at = ? where agent_id = ? and correspondence_id = ? and read_at is null",
            clock.instant(),
            reader.agent(),
            letter));
  }

  public void readAll(Reader reader) {
    database.update(
        sql(
            "update notification set read_at = ? where agent_id = ? and read_at is null",
            clock.instant(),
            reader.agent()));
  }

  /** Why no mail can come to this reader; empty when it can. */
  public Optional<NoMail> noMail(Reader reader) {
    if (tenants.current().email() == null) {
      return Optional.of(NoMail.TOWN);
    }
    return database
        .first(
            sql("select email is null as missing from agent where id = ?", reader.agent()),
            row -> row.flag("missing"))
        .filter(missing -> missing)
        .map(missing -> NoMail.AGENT);
  }

  /** How this reader wishes to be told by mail; {@link ByMail#NO} unless they said otherwise. */
  public Map<Reason, ByMail> wishes(Reader reader) {
    var wishes = new EnumMap<Reason, ByMail>(Reason.class);
    for (var reason : Reason.values()) {
      wishes.put(reason, ByMail.NO);
    }
    database
        .list(
            sql("select * from notification_wish where agent_id = ?", reader.agent()),
            row ->
                Map.entry(
                    row.constant("reason", Reason.class), row.constant("by_mail", ByMail.class)))
        .forEach(wish -> wishes.put(wish.getKey(), wish.getValue()));
    return wishes;
  }

  /** From now on; what was told before stays as it was. */
  public void wish(Reader reader, Map<Reason, ByMail> wishes) {
    database.update(sql("delete from notification_wish where agent_id = ?", reader.agent()));
    wishes.forEach(
        (reason, byMail) ->
            database.update(
                sql(
                    "insert into notification_wish (agent_id, reason, by_mail) values (?, ?, ?)",
                    reader.agent(),
                    reason,
                    byMail)));
  }

  private static Statement seenBy(Reader reader) {
    return sql(
            """
            from notification n
              join correspondence c on c.tenant_id = n.tenant_id and c.id = n.correspondence_id
              left join agent a on a.tenant_id = n.tenant_id and a.id = n.actor_id
             where n.agent_id = ? and
            """,
            reader.agent())
        .add(Visibility.conditionByLetter("c", reader));
  }
}
