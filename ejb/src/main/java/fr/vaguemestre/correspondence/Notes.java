package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Notes on a letter. */
@Stateless
public class Notes {
  private static final int LONGEST = 4000;

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Organisation organisation;
  @Inject Database database;
  @Inject Clock clock;

  /**
   * @param unit code of the only unit that may read it, null for all who see the letter
   */
  public void write(Reader reader, long letter, long seenVersion, String body, String unit) {
    var text = text(body);
    Long only =
        unit == null || unit.isBlank()
            ? null
            : organisation
                .unit(unit)
                .map(Unit::id)
                .orElseThrow(() -> Refusal.field("noteUnit", "organisation.unknown-unit", unit));
    var acting = actions.acting(reader, letter, Action.NOTE);
    actions.begin(
        acting, letter, seenVersion, Action.NOTE, Map.of("restricted", only != null), null);
    em.persist(new Note(letter, acting.actor(), acting.inPlaceOf(), text, only, clock.instant()));
  }

  /**
   * What a machine account has to say of a letter that it brought, for all who see the letter; the
   * caller has made sure that it did.
   *
   * @return the note's id
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public long leave(Reader by, long letter, String body) {
    var text = text(body);
    actions.fromOutside(by, letter, Action.NOTE.name(), Map.of("restricted", false), null);
    var note = new Note(letter, by.actor(), null, text, null, clock.instant());
    em.persist(note);
    em.flush();
    return note.id();
  }

  private static String text(String body) {
    var text = body == null ? "" : body.strip();
    if (text.isEmpty()) {
      throw Refusal.field("note", "correspondence.note-empty");
    }
    if (text.length() > LONGEST) {
      throw Refusal.field("note", "correspondence.note-too-long", LONGEST);
    }
    Invisible.refuse("note", text);
    return text;
  }

  /** The notes this reader may read, oldest first. */
  public List<NoteLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.list(
        sql(
            """
            select n.*, a.first_name || ' ' || a.last_name as author, u.label as unit,
                   f.first_name || ' ' || f.last_name as in_place_of from note n
              join agent a on a.tenant_id = n.tenant_id and a.id = n.author_id
              left join unit u on u.tenant_id = n.tenant_id and u.id = n.unit_id
              left join agent f on f.tenant_id = n.tenant_id and f.id = n.for_agent_id
             where n.correspondence_id = ? and (n.unit_id is null or n.unit_id = any(?) or n.author_id = ?)
             order by n.written_at, n.id
            """,
            letter,
            reader.branch(),
            reader.agent()),
        row ->
            new NoteLine(
                row.number("id"),
                row.instant("written_at"),
                row.text("author"),
                row.text("in_place_of"),
                row.text("body"),
                row.text("unit")));
  }
}
