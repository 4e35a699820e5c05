package fr.vaguemestre.web.mailing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.mailing.MailingProgress;
import fr.vaguemestre.mailing.MailingRuns;
import fr.vaguemestre.mailing.MailingWish;
import fr.vaguemestre.mailing.Mailings;
import fr.vaguemestre.platform.FileNames;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.transfer.Problem;
import fr.vaguemestre.web.shell.Numbers;
import fr.vaguemestre.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** mailing/new.xhtml: {@code letter} whose signed reply is to go to several. */
@Named
@ViewScoped
public class MailingScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 2_000_000;
  private static final int MOST = 200;

  @Inject transient HttpServletRequest request;
  @Inject Mailings mailings;
  @Inject MailingRuns runs;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  private long letter;
  private Means means = Means.POST;
  private boolean sender;
  private Long earlier;
  private transient Part file;
  private byte[] csv;
  private String fileName;
  private String subject;
  private String text;
  private Map<String, String> columns = Map.of();
  private List<Problem> problems = List.of();
  private int wrong;
  private int count;
  private String checked;
  private transient List<MailingProgress> earlierOnes;

  @PostConstruct
  void read() {
    letter = Numbers.needed(request.getParameter("letter"));
    if (!mailings.offered(reader.get(), letter)) {
      throw Refusal.forbidden();
    }
  }

  /** Shows what the file holds, and each line that is wrong. */
  public void check() throws IOException {
    forget();
    take();
    var plan = mailings.check(reader.get(), letter, wish());
    columns = new LinkedHashMap<>(plan.columns());
    problems = List.copyOf(plan.problems().stream().limit(MOST).toList());
    wrong = plan.problems().size();
    count = plan.good() ? plan.recipients().size() : 0;
    checked = plan.seal();
  }

  /**
   * What was checked, and nothing else: refused, it is to be checked again. Pressed twice, it is
   * launched once.
   */
  public String launch() throws IOException {
    forget();
    take();
    long id = mailings.launch(reader.get(), letter, wish(), checked);
    return "/mailing/run.xhtml?faces-redirect=true&id=" + id;
  }

  private void forget() {
    count = 0;
    wrong = 0;
    problems = List.of();
  }

  private void take() throws IOException {
    if (file == null || file.getSize() == 0) {
      return;
    }
    if (file.getSize() > LARGEST) {
      throw Refusal.field("file", "transfer.too-large");
    }
    fileName = FileNames.shown(file.getSubmittedFileName());
    try (var in = file.getInputStream()) {
      csv = in.readAllBytes();
    }
  }

  private MailingWish wish() {
    return new MailingWish(means, sender, earlier, csv, subject, text);
  }

  public String say(Problem problem) {
    return texts.of(problem.key(), problem.arguments().toArray());
  }

  public boolean isGood() {
    return count > 0;
  }

  /** Recipients, once nothing is wrong. */
  public int getCount() {
    return count;
  }

  /** The file's columns and what each is read as. */
  public List<Map.Entry<String, String>> getColumns() {
    return List.copyOf(columns.entrySet());
  }

  /** The first 200. */
  public List<Problem> getProblems() {
    return problems;
  }

  /** All that is wrong. */
  public int getWrong() {
    return wrong;
  }

  public long getLetter() {
    return letter;
  }

  public String getFileName() {
    return fileName;
  }

  public Means[] getAllMeans() {
    return Means.values();
  }

  public Means getMeans() {
    return means;
  }

  public void setMeans(Means means) {
    this.means = means;
  }

  public boolean isSender() {
    return sender;
  }

  public void setSender(boolean sender) {
    this.sender = sender;
  }

  /** Mailings whose recipients may be taken up. */
  public List<MailingProgress> getEarlierOnes() {
    if (earlierOnes == null) {
      earlierOnes = List.copyOf(runs.earlier(reader.get()));
    }
    return earlierOnes;
  }

  public Long getEarlier() {
    return earlier;
  }

  public void setEarlier(Long earlier) {
    this.earlier = earlier;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
