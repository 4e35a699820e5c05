package fr.vaguemestre.api.task;

import static fr.vaguemestre.api.circuit.Deed.Input.needed;
import static fr.vaguemestre.api.circuit.Deed.Input.optional;

import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.task.TaskAnswers;
import fr.vaguemestre.task.TaskRequest;
import fr.vaguemestre.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Splitting a letter into tasks, answering one, withdrawing one. */
@ApplicationScoped
public class TaskDeeds implements Deeds {
  @Inject Tasks tasks;
  @Inject TaskAnswers answers;

  @Override
  public List<Deed> all() {
    return List.of(
        Deed.of(
            Action.REQUEST_TASK,
            this::request,
            needed("unit", "unit"),
            needed("question", "text"),
            optional("dueOn", "date")),
        Deed.of(
            Action.ANSWER_TASK,
            this::answer,
            needed("answer", "text"),
            optional("task", "number"),
            optional("file", "file")),
        Deed.of(
            Action.WITHDRAW_TASK,
            this::withdraw,
            needed("task", "number"),
            optional("reason", "text")));
  }

  private void request(Attempt attempt) {
    var fields = attempt.fields();
    var wish =
        new TaskRequest(
            fields.requiredText("unit"), fields.requiredText("question"), fields.date("dueOn"));
    fields.check();
    tasks.request(attempt.reader(), attempt.letter(), attempt.seenVersion(), List.of(wish));
  }

  private void answer(Attempt attempt) {
    var text = attempt.fields().text("answer");
    var task = attempt.fields().number("task");
    attempt.fields().check();
    answers.give(
        attempt.reader(),
        attempt.letter(),
        attempt.seenVersion(),
        task,
        text,
        attempt.file().orElse(null));
  }

  private void withdraw(Attempt attempt) {
    var task = attempt.fields().number("task");
    var reason = attempt.fields().text("reason");
    attempt.fields().check();
    tasks.withdraw(
        attempt.reader(), attempt.letter(), attempt.seenVersion(), task == null ? 0 : task, reason);
  }
}
