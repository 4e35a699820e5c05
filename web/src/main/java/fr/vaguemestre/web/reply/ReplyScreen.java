package fr.vaguemestre.web.reply;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reply.Conversion;
import fr.vaguemestre.reply.Replies;
import fr.vaguemestre.reply.VersionLine;
import fr.vaguemestre.template.TemplateLine;
import fr.vaguemestre.template.Templates;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;

/** The reply to a letter: drafted, brought back edited, its versions. */
@Named
@RequestScoped
public class ReplyScreen {
  @Inject Replies replies;
  @Inject Templates templates;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private String template;
  private String text;
  private Part file;

  public List<TemplateLine> getTemplates() {
    return templates.usable(screen.getLetter().unitCode());
  }

  /** Newest first. */
  public List<VersionLine> getVersions() {
    return replies.versions(reader.get(), screen.getId());
  }

  public VersionLine getLast() {
    return getVersions().stream().findFirst().orElse(null);
  }

  /** The last version is still being turned into a PDF. */
  public boolean isPending() {
    return getLast() != null && getLast().conversion() == Conversion.PENDING;
  }

  public String draft() {
    replies.draft(reader.get(), screen.getId(), screen.getSeen(), template, text);
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

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
