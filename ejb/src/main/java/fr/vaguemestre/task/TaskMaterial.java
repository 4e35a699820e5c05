package fr.vaguemestre.task;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the answers to tasks give the one reply: their texts, and the files that leave with it. */
@Stateless
public class TaskMaterial {
  @PersistenceContext EntityManager em;
  @Inject Tasks tasks;
  @Inject Database database;

  /** The answers one after the other, in the order of the tasks; empty when there is none. */
  public String text(Reader reader, long letter) {
    return tasks.of(reader, letter).stream()
        .filter(task -> task.status() == TaskLine.Status.ANSWERED)
        .map(TaskLine::answer)
        .collect(Collectors.joining("\n\n"));
  }

  /** The files that leave with the reply; the caller has made sure that the letter may leave. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public List<TaskFile> joined(long letter) {
    return database.list(
        sql(
            "select t.* from task t where t.correspondence_id = ? and t.joined order by t.asked_at, t.id",
            letter),
        TaskMaterial::file);
  }

  /** From now on the files of these tasks leave with the reply, and no others. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void join(long letter, Set<Long> chosen) {
    em.createQuery("select t from Task t where t.correspondence = :letter", Task.class)
        .setParameter("letter", letter)
        .getResultStream()
        .forEach(task -> task.join(chosen.contains(task.id())));
  }

  static TaskFile file(Row row) {
    return new TaskFile(
        row.text("file_name"),
        row.text("media_type"),
        row.text("sha256"),
        row.number("size_bytes"));
  }
}
