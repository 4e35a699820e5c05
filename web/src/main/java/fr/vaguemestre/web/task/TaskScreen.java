package fr.vaguemestre.web.task;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.task.TaskAnswers;
import fr.vaguemestre.task.TaskLine;
import fr.vaguemestre.task.TaskRequest;
import fr.vaguemestre.task.Tasks;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tasks of a letter: the board, splitting, answering, withdrawing. */
@Named
@RequestScoped
public class TaskScreen {
  /** Rows of the form: those in sight, and all. */
  private static final int FIRST = 2;

  private static final int MOST = 8;
  private static final int SHOWN = 60;

  @Inject Tasks tasks;
  @Inject TaskAnswers answers;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject Texts texts;
  private List<TaskLine> board;
  private final List<TaskRow> rows = Stream.generate(TaskRow::new).limit(MOST).toList();
  private Long task;
  private String answer;
  private String reason;
  private Part file;

  public List<TaskLine> getBoard() {
    if (board == null) {
      board = tasks.of(reader.get(), screen.getId());
    }
    return board;
  }

  /** How far the whole is: so many answered of so many that still count. */
  public String getProgress() {
    var counting =
        getBoard().stream().filter(t -> t.status() != TaskLine.Status.WITHDRAWN).toList();
    return texts.of(
        "task.progress",
        counting.stream().filter(t -> t.status() == TaskLine.Status.ANSWERED).count(),
        counting.size());
  }

  /** Those this reader may answer. */
  public List<TaskLine> getMine() {
    return getBoard().stream().filter(TaskLine::mine).toList();
  }

  /** Those that can be withdrawn. */
  public List<TaskLine> getAwaited() {
    return getBoard().stream().filter(t -> t.status().open()).toList();
  }

  /** Those with a file that can leave with the reply. */
  public List<TaskLine> getWithFile() {
    return getBoard().stream().filter(t -> t.fileName() != null).toList();
  }

  /** Those whose file leaves with the reply. */
  public List<TaskLine> getJoined() {
    return getBoard().stream().filter(TaskLine::joined).toList();
  }

  /** The chip of a task. */
  public String face(TaskLine line) {
    return switch (line.status()) {
      case AWAITED -> "soon";
      case LATE -> "late";
      case ANSWERED -> "done";
      case WITHDRAWN -> "plain";
    };
  }

  public String url(TaskLine line) {
    return "/task/file?id=" + screen.getId() + "&task=" + line.id();
  }

  /** A task in a list to choose from. */
  public String shown(TaskLine line) {
    var question = line.question();
    return line.unit()
        + " : "
        + (question.length() > SHOWN ? question.substring(0, SHOWN) + "…" : question);
  }

  public String request() {
    var wishes =
        IntStream.range(0, MOST).filter(i -> !rows.get(i).empty()).mapToObj(this::wish).toList();
    tasks.request(reader.get(), screen.getId(), screen.getSeen(), wishes);
    return screen.done("task.requested", wishes.size());
  }

  private TaskRequest wish(int i) {
    var row = rows.get(i);
    var unit = addressees.unit(id("unit", i), row.getUnit());
    if (unit == null) {
      throw Refusal.field(id("unit", i), "task.unit-missing");
    }
    if (row.getQuestion() == null || row.getQuestion().isBlank()) {
      throw Refusal.field(id("question", i), "task.question-missing");
    }
    return new TaskRequest(unit, row.getQuestion(), row.getDueOn());
  }

  /** The id of a field in a row; those of the first are the names that refusals use. */
  public String id(String field, int row) {
    return row == 0 ? field : field + row;
  }

  public String give() throws IOException {
    if (file == null || file.getSize() == 0) {
      return given(null);
    }
    try (var bytes = file.getInputStream()) {
      return given(new GivenFile(file.getSubmittedFileName(), bytes));
    }
  }

  public String withdraw() {
    if (task == null) {
      throw Refusal.field("task", "task.which");
    }
    tasks.withdraw(reader.get(), screen.getId(), screen.getSeen(), task, reason);
    return screen.done("task.withdrawn");
  }

  private String given(GivenFile attached) {
    answers.give(reader.get(), screen.getId(), screen.getSeen(), task, answer, attached);
    return screen.done("task.answered");
  }

  public int getFirst() {
    return FIRST;
  }

  public int getMost() {
    return MOST;
  }

  public List<TaskRow> getRows() {
    return rows;
  }

  public Long getTask() {
    return task;
  }

  public void setTask(Long task) {
    this.task = task;
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
