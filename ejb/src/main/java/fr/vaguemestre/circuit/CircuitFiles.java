package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * A circuit as a file. It is taken whole or not at all, and becomes the version in preparation:
 * nothing is in force until that is published.
 */
@Stateless
public class CircuitFiles {
  @Inject Database database;
  @Inject Circuits circuits;
  @Inject CircuitDrafts drafts;
  @Inject CircuitRows rows;
  @Inject Journal journal;

  /**
   * @param number of a published version; null for the one in preparation
   * @return JSON in UTF-8, a state or a transition a line
   */
  public byte[] export(Reader reader, Integer number) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    if (number == null) {
      var draft = drafts.get(reader);
      return CircuitJson.written(draft.states(), draft.transitions());
    }
    var version = circuits.numbered(number);
    return CircuitJson.written(version.states(), version.transitions());
  }

  /**
   * What is wrong with the file; nothing is changed.
   *
   * @throws Refusal on {@code file} when it is no circuit at all
   */
  public List<CircuitProblem> check(Reader reader, byte[] file) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    return CircuitFile.read(file).problems();
  }

  /**
   * Puts the file in the place of what was in preparation, or begins a version with it.
   *
   * @param seen the version in preparation as it was read, null when there was none
   * @throws Refusal CONFLICT when a line is wrong, STALE when somebody changed what is replaced
   */
  public void apply(Reader reader, byte[] file, Long seen) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    var read = CircuitFile.read(file);
    if (!read.problems().isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "circuit.wrong-lines");
    }
    if (seen == null && drafts.find(reader).isPresent()) {
      throw Refusal.stale();
    }
    if (seen == null) {
      drafts.begin(reader, circuits.inForce(Circuits.INCOMING).number());
    }
    var draft = drafts.get(reader);
    int changed =
        database.update(
            sql(
                "update circuit_version set version = version + 1 where id = ? and version = ? and published_at is null",
                draft.id(),
                seen == null ? draft.seen() : seen));
    if (changed != 1) {
      throw Refusal.stale();
    }
    rows.empty(draft.id());
    rows.fill(draft.id(), read.states(), read.ways());
    journal.administration(reader, "IMPORT_CIRCUIT", Circuits.INCOMING);
  }
}
