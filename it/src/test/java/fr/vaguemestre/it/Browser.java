package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One person at one browser, French, 1360 × 900. A journey's methods read as what that person does.
 *
 * <p>Errors the page itself reports (exceptions, refused scripts, missing resources) are collected;
 * {@link #assertNoPageError} looks at them.
 */
public final class Browser implements AutoCloseable {
  private static final int WIDE = 1360;
  private static final int NARROW = 390;
  private static final int HEIGHT = 900;
  private static final long QUIET_NANOSECONDS = 100_000_000;
  private static final Set<String> SERIOUS = Set.of("serious", "critical");
  private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
  private static final boolean PICTURES = Boolean.getBoolean("vaguemestre.it.pictures");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private static final Pattern VIEWER = Pattern.compile("/pdfviewer\\.html");
  private static final String NO_VIEWER =
      "<!doctype html><html lang=fr><title>Document</title><main><h1>Document</h1></main></html>";

  private static final String WIDTH = "document.documentElement.scrollWidth";
  private static final String STICKING_OUT =
      """
      [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth)
        .slice(0, 5)
        .map(e => e.tagName + '#' + e.id + '.' + e.className + ' ' +
            Math.round(e.getBoundingClientRect().right))
        .join('; ')""";

  private final String journey;
  private final BrowserContext context;
  private final Page page;
  private final List<String> pageErrors = new ArrayList<>();
  private final Set<Request> underWay = new HashSet<>();
  private long lastMove = System.nanoTime();
  private boolean viewed = PICTURES;

  Browser(com.microsoft.playwright.Browser chromium, String journey) {
    this.journey = journey;
    context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(RunningServer.baseUrl().toString())
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setViewportSize(WIDE, HEIGHT));
    context.setDefaultTimeout(60_000);
    if (!PICTURES) {
      context.route(VIEWER, route -> route.fulfill(new Route.FulfillOptions().setBody(NO_VIEWER)));
    }
    page = context.newPage();
    page.onPageError(pageErrors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            pageErrors.add(message.text());
          }
        });
    page.onFrameNavigated(frame -> moved(frame == page.mainFrame() ? underWay::clear : () -> {}));
    page.onRequest(request -> moved(() -> asked(request)));
    page.onRequestFinished(request -> moved(() -> underWay.remove(request)));
    page.onRequestFailed(request -> moved(() -> underWay.remove(request)));
  }

  private void moved(Runnable what) {
    what.run();
    lastMove = System.nanoTime();
  }

  /** An event source stays open as long as its page: nobody waits for its end. */
  private void asked(Request request) {
    if (!request.resourceType().equals("eventsource")) {
      underWay.add(request);
    }
  }

  public Page page() {
    return page;
  }

  /**
   * Has the document viewer loaded as people have it; it takes more of the machine than the page
   * around it, so journeys that do not look at a document go without.
   */
  public Browser withViewer() {
    context.unroute(VIEWER);
    viewed = true;
    return this;
  }

  /** Opens a page by its path, {@code /login.xhtml}, and waits until it is quiet. */
  public Browser open(String path) {
    page.navigate(path);
    return quiet();
  }

  /**
   * Waits until the page is loaded and has asked nothing for a tenth of a second; Playwright's own
   * notion of an idle network takes half a second of every page.
   */
  private Browser quiet() {
    page.waitForLoadState();
    page.waitForCondition(
        () -> underWay.isEmpty() && System.nanoTime() - lastMove > QUIET_NANOSECONDS);
    return this;
  }

  /** The line of a letter of that subject in a basket, on whatever page of it. */
  Locator line(String basket, String subject) {
    open("/basket/list.xhtml?basket=" + basket);
    var line = page.locator(".rows a.row").filter(new Locator.FilterOptions().setHasText(subject));
    for (var next = next(); line.count() == 0 && next.count() > 0; next = next()) {
      open(next.getAttribute("href"));
    }
    line.first().waitFor();
    return line.first();
  }

  private Locator next() {
    return page.locator(".pager a[rel=next]");
  }

  /** Signs in on the form with the demo password. */
  public Browser login(String user) {
    return login(user, "demo");
  }

  public Browser login(String user, String password) {
    open("/login.xhtml");
    page.locator("#name").fill(user);
    page.locator("#password").fill(password);
    page.waitForNavigation(() -> page.locator("#enter").click());
    return quiet();
  }

  /** Types into the field that suggests and takes the first suggestion of these words. */
  static void choose(Page page, String field, String typed) {
    choose(page.locator("#" + field + "_input"), typed);
  }

  /**
   * Types into a field that suggests and takes the first suggestion of these words: others may be
   * there before the last letter is typed.
   */
  static void choose(Locator input, String typed) {
    input.page().waitForLoadState(); // before, nothing answers
    input.pressSequentially(typed);
    var words = Pattern.compile(typed.replaceAll("[eéè]", "[eéè]"), Pattern.CASE_INSENSITIVE);
    input
        .page()
        .locator(".ui-autocomplete-panel:visible li")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first()
        .click();
  }

  /** Keeps what the screen shows, whole page, at both widths, if pictures are asked for. */
  public Browser screenshot(String name) {
    return PICTURES ? picture(name) : this;
  }

  /** Keeps what the screen shows, whole page, at both widths the product promises. */
  Browser picture(String name) {
    for (int width : new int[] {NARROW, WIDE}) {
      page.setViewportSize(width, HEIGHT);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(SCREENSHOTS.resolve(journey + "-" + name + "-" + width + ".png")));
    }
    return this;
  }

  /**
   * axe-core finds nothing serious or critical of WCAG 2.1 AA on the page once it is loaded, the
   * document viewer included, if it is there, once it has its words.
   */
  public Browser assertAccessible() {
    page.waitForLoadState();
    viewersInWords();
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    var violations =
        new AxeBuilder(page)
            .options(options)
            .withTags(STANDARD)
            // All our frames are of our own origin: the other mode opens a page for each analysis.
            .setLegacyMode(true)
            .analyze()
            .getViolations();
    assertThat(
            violations.stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(Browser::finding))
        .as("accessibility of %s", page.url())
        .isEmpty();
    return this;
  }

  private void viewersInWords() {
    if (!viewed) {
      return;
    }
    page.frames().stream()
        .filter(frame -> frame.url().contains("pdfviewer.html"))
        .forEach(frame -> frame.locator("#viewFindButton[title]").waitFor());
  }

  /** Nothing sticks out to the right on a telephone, once the page has settled at that width. */
  public Browser assertFitsNarrow() {
    page.setViewportSize(NARROW, HEIGHT);
    try {
      page.waitForCondition(() -> (Integer) page.evaluate(WIDTH) <= NARROW);
    } catch (TimeoutError e) {
      throw new AssertionError(
          "On a %d px screen %s is wider: %s"
              .formatted(NARROW, page.url(), page.evaluate(STICKING_OUT)),
          e);
    } finally {
      page.setViewportSize(WIDE, HEIGHT);
    }
    return this;
  }

  public Browser assertNoPageError() {
    assertThat(pageErrors).as("errors the browser reported").isEmpty();
    return this;
  }

  private static String finding(Rule rule) {
    var places =
        rule.getNodes().stream().limit(5).map(node -> String.valueOf(node.getTarget())).toList();
    return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " " + places;
  }

  @Override
  public void close() {
    context.close();
  }
}
