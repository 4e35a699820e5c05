package fr.vaguemestre.filing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Acted;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * What an agent marks for themselves alone: letters read, letters followed. Seeing the letter is
 * enough; nothing of it is written in its history.
 */
@Stateless
public class Marks {
  @Inject CorrespondenceActions actions;
  @Inject Database database;
  @Inject Clock clock;
  @Inject Event<Acted> acted;

  public void read(Reader reader, long letter) {
    write(
        reader,
        letter,
        sql(
            "insert into correspondence_reading (correspondence_id, agent_id, read_at) values (?, ?, ?) on conflict do nothing",
            letter,
            reader.agent(),
            clock.instant()));
  }

  public void unread(Reader reader, long letter) {
    write(
        reader,
        letter,
        sql(
            "delete from correspondence_reading where correspondence_id = ? and agent_id = ?",
            letter,
            reader.agent()));
  }

  public void follow(Reader reader, long letter) {
    write(
        reader,
        letter,
        sql(
            "insert into correspondence_follow (correspondence_id, agent_id, since) values (?, ?, ?) on conflict do nothing",
            letter,
            reader.agent(),
            clock.instant()));
  }

  public void unfollow(Reader reader, long letter) {
    write(
        reader,
        letter,
        sql(
            "delete from correspondence_follow where correspondence_id = ? and agent_id = ?",
            letter,
            reader.agent()));
  }

  public boolean follows(Reader reader, long letter) {
    return database.count(
            sql(
                "select count(*) as count from correspondence_follow where correspondence_id = ? and agent_id = ?",
                letter,
                reader.agent()))
        > 0;
  }

  private void write(Reader reader, long letter, Statement change) {
    actions.visible(reader, letter);
    if (database.update(change) > 0) {
      acted.fire(new Acted(reader.tenant(), reader.agent()));
    }
  }
}
