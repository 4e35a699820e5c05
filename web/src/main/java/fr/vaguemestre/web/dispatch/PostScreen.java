package fr.vaguemestre.web.dispatch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.dispatch.PostBatches;
import fr.vaguemestre.dispatch.PostItem;
import fr.vaguemestre.dispatch.PostLine;
import fr.vaguemestre.dispatch.PostResult;
import fr.vaguemestre.dispatch.Postings;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Refusals;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * dispatch/post.xhtml: the replies that wait for the post, printed together, then said to be
 * posted. What is ticked travels as {@code pick=id:version}, its registered number as {@code
 * number-id}; an interim reply is ticked {@code interim-id}.
 */
@Named
@RequestScoped
public class PostScreen {
  private static final int LONGEST_NUMBER = 60;

  @Inject PostBatches batches;
  @Inject Postings postings;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  @Inject Preferences preferences;
  @Inject Texts texts;
  private List<PostLine> waiting;
  private List<PostResult> results = List.of();
  private boolean duplex;

  public List<PostLine> getWaiting() {
    if (waiting == null) {
      waiting = batches.waiting(reader.get());
    }
    return waiting;
  }

  /** Whether there is something to tick; what was sent is taken even when nothing waits now. */
  public boolean isOpen() {
    return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
        || !getWaiting().isEmpty();
  }

  /** Whether there are as many as are shown at once, and perhaps more. */
  public boolean isFull() {
    return getWaiting().size() == PostBatches.MOST;
  }

  /** All are ticked at first; then those that were. */
  public boolean ticked(PostLine line) {
    return !"POST".equals(request.getMethod())
        || chosen().stream().anyMatch(item -> item.id() == line.id());
  }

  /** The registered number typed for a letter. */
  public String number(PostLine line) {
    return number(line.id());
  }

  public String print() throws IOException {
    try (var folder = WorkFolder.create("post")) {
      var pdf = folder.path().resolve("post.pdf");
      batches.print(reader.get(), chosen(), duplex, pdf);
      var faces = FacesContext.getCurrentInstance();
      var answer = faces.getExternalContext();
      answer.responseReset();
      answer.setResponseContentType("application/pdf");
      answer.setResponseHeader("Cache-Control", "private, no-store");
      answer.setResponseHeader(
          "Content-Disposition",
          "attachment; filename=\"" + texts.get("dispatch.post.file") + "\"");
      answer.setResponseContentLength((int) Files.size(pdf));
      Files.copy(pdf, answer.getResponseOutputStream());
      faces.responseComplete();
    }
    return null;
  }

  public String posted() {
    results = postings.post(reader.get(), chosen());
    waiting = null;
    return null;
  }

  public List<PostResult> getResults() {
    return results;
  }

  /** Why a letter was not posted. */
  public String why(PostResult result) {
    return result.refusal() == null ? "" : Refusals.text(preferences.getLocale(), result.refusal());
  }

  private List<PostItem> chosen() {
    var picks = request.getParameterValues("pick");
    return Stream.of(picks == null ? new String[0] : picks)
        .filter(pick -> pick.matches("\\d{1,18}:\\d{1,18}"))
        .distinct()
        .map(
            pick -> {
              long id = Long.parseLong(pick.substring(0, pick.indexOf(':')));
              long version = Long.parseLong(pick.substring(pick.indexOf(':') + 1));
              return new PostItem(id, version, number(id), interim(id));
            })
        .toList();
  }

  /** Whether a letter's reply was said to be an interim one. */
  public boolean interim(PostLine line) {
    return interim(line.id());
  }

  private boolean interim(long letter) {
    return request.getParameter("interim-" + letter) != null;
  }

  private String number(long letter) {
    var typed = request.getParameter("number-" + letter);
    if (typed == null || typed.isBlank()) {
      return null;
    }
    var one = typed.strip();
    return one.length() <= LONGEST_NUMBER ? one : one.substring(0, LONGEST_NUMBER);
  }

  public boolean isDuplex() {
    return duplex;
  }

  public void setDuplex(boolean duplex) {
    this.duplex = duplex;
  }
}
