package fr.vaguemestre.web.reply;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reply.Conversion;
import fr.vaguemestre.reply.Replies;
import fr.vaguemestre.reply.VersionLine;
import fr.vaguemestre.task.TaskLine;
import fr.vaguemestre.task.TaskMaterial;
import fr.vaguemestre.task.Tasks;
import fr.vaguemestre.template.AnswerKind;
import fr.vaguemestre.template.AnswerLine;
import fr.vaguemestre.template.TemplateLine;
import fr.vaguemestre.template.Templates;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The reply to a letter: drafted, brought back edited, its versions. */
@Named
@RequestScoped
public class ReplyScreen {
  private static final String TEXT = "text";
  private static final String REPLY_PANEL = "reply";
  private static final Set<String> NOTES = Set.of("question", "note");

  @Inject Replies replies;
  @Inject Templates templates;
  @Inject TaskMaterial material;
  @Inject Tasks tasks;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject HttpServletRequest request;
  private List<AnswerLine> answers;
  private List<VersionLine> versions;
  private String template;
  private String text;
  private Long[] joined;
  private Part file;

  public List<TemplateLine> getTemplates() {
    return templates.usable(screen.getLetter().unitCode());
  }

  /** The standard texts with the words {@code q}, as they would stand in this letter. */
  public List<AnswerLine> getAnswers() {
    if (answers == null) {
      var kind = TEXT.equals(getInto()) ? AnswerKind.ANSWER : AnswerKind.NOTE;
      answers = replies.answers(reader.get(), screen.getId(), kind, request.getParameter("q"));
    }
    return answers;
  }

  /** The id of the field that takes a standard text, {@code into}: the draft's, or another. */
  public String getInto() {
    var wanted = request.getParameter("into");
    return wanted != null && NOTES.contains(wanted) ? wanted : TEXT;
  }

  /**
   * Before the panel is shown: the versions are read first, the actions after them. A PDF that
   * becomes ready in between is then shown as still being made, and asked for again; the other way
   * round a page would say "ready" beside the actions of before.
   */
  public void look() {
    if (REPLY_PANEL.equals(screen.getPanel())) {
      getVersions();
      screen.offerAgain();
    }
  }

  /** Newest first, the same all through one page. */
  public List<VersionLine> getVersions() {
    if (versions == null) {
      versions = replies.versions(reader.get(), screen.getId());
    }
    return versions;
  }

  public VersionLine getLast() {
    return getVersions().stream().findFirst().orElse(null);
  }

  /** The last version is still being turned into a PDF. */
  public boolean isPending() {
    return getLast() != null && getLast().conversion() == Conversion.PENDING;
  }

  /** The answers to tasks, to be made one text of; nothing when none has come. */
  @PostConstruct
  void gather() {
    if ("draft".equals(screen.getDoing())) {
      text = material.text(reader.get(), screen.getId());
      joined =
          tasks.of(reader.get(), screen.getId()).stream()
              .filter(t -> t.fileName() != null)
              .map(TaskLine::id)
              .toArray(Long[]::new);
    }
  }

  public boolean isGathered() {
    return !material.text(reader.get(), screen.getId()).isEmpty();
  }

  public String draft() {
    replies.draft(
        reader.get(),
        screen.getId(),
        screen.getSeen(),
        template,
        text,
        joined == null ? Set.of() : Set.of(joined));
    return screen.done("reply.drafted") + "&panel=reply";
  }

  public String upload() throws IOException {
    if (file == null || file.getSize() == 0) {
      throw Refusal.field("file", "reply.file-missing");
    }
    try (var bytes = file.getInputStream()) {
      var given = new GivenFile(file.getSubmittedFileName(), bytes);
      replies.upload(reader.get(), screen.getId(), screen.getSeen(), given);
    }
    return screen.done("reply.uploaded") + "&panel=reply";
  }

  public String getTemplate() {
    return template;
  }

  public void setTemplate(String template) {
    this.template = template;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long[] getJoined() {
    return joined;
  }

  public void setJoined(Long[] joined) {
    this.joined = joined;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
