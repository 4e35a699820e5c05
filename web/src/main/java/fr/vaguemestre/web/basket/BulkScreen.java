package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.basket.BulkActions;
import fr.vaguemestre.basket.BulkDeed;
import fr.vaguemestre.basket.BulkRuns;
import fr.vaguemestre.basket.BulkWish;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.filing.Tags;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * basket/bulk.xhtml: {@code pick} (letters, each {@code id.version} as the list showed it), {@code
 * deed} (what to do to them) and {@code basket} (where to go back).
 */
@Named
@RequestScoped
public class BulkScreen {
  private static final Pattern PICK = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

  @Inject BulkActions actions;
  @Inject BulkRuns runs;
  @Inject Correspondences correspondences;
  @Inject Addressees addressees;
  @Inject Tags tags;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private List<BulkWish.Item> picked;
  private List<LetterLine> lines;
  private Map<BulkDeed, Integer> offered;
  private String to;
  private String reason;
  private String tag;

  /** A deed and to how many of the letters it is open. */
  public record Choice(BulkDeed deed, int open, String url) {}

  @PostConstruct
  void read() {
    var wanted = Optional.ofNullable(request.getParameterValues("pick")).orElse(new String[0]);
    picked =
        Stream.of(wanted)
            .map(PICK::matcher)
            .filter(m -> m.matches())
            .map(m -> new BulkWish.Item(Long.parseLong(m.group(1)), Long.parseLong(m.group(2))))
            .limit(BulkActions.MOST)
            .toList();
  }

  public List<BulkWish.Item> getPicked() {
    return picked;
  }

  public List<LetterLine> getLines() {
    if (lines == null) {
      lines =
          correspondences.lines(
              reader.get(), picked.stream().map(BulkWish.Item::id).distinct().toList());
    }
    return lines;
  }

  public List<Choice> getChoices() {
    return offers().entrySet().stream()
        .map(e -> new Choice(e.getKey(), e.getValue(), address() + "&deed=" + e.getKey().path()))
        .toList();
  }

  /** The deed whose form is open; null while none is chosen. */
  public BulkDeed getDeed() {
    return BulkDeed.ofPath(Objects.toString(request.getParameter("deed"), ""))
        .filter(d -> "POST".equals(request.getMethod()) || offers().containsKey(d))
        .orElse(null);
  }

  /** The letters to which the chosen deed is not open; they will be refused, the others done. */
  public int getShut() {
    return getLines().size() - offers().getOrDefault(getDeed(), 0);
  }

  public String getBackUrl() {
    return basket().isEmpty() ? "/" : "/basket/list.xhtml?basket=" + basket();
  }

  public String run() {
    var whom = to == null ? new Addressees.Addressee(null, null, null) : addressees.find("to", to);
    var run =
        runs.start(
            reader.get(), new BulkWish(getDeed(), picked, whom.unit(), whom.agent(), reason, tag));
    return "/basket/bulk-run.xhtml?faces-redirect=true&run=" + run + "&basket=" + basket();
  }

  public List<String> suggestTags(String typed) {
    return tags.suggest(reader.get(), typed);
  }

  private Map<BulkDeed, Integer> offers() {
    if (offered == null) {
      offered = actions.offered(reader.get(), getLines().stream().map(LetterLine::id).toList());
    }
    return offered;
  }

  private String address() {
    return "/basket/bulk.xhtml?basket="
        + basket()
        + picked.stream()
            .map(item -> "&pick=" + item.id() + "." + item.version())
            .collect(Collectors.joining());
  }

  private String basket() {
    return URLEncoder.encode(
        Objects.toString(request.getParameter("basket"), ""), StandardCharsets.UTF_8);
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }
}
