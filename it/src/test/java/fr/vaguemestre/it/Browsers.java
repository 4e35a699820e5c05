package fr.vaguemestre.it;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each {@link Browser} parameter a fresh session of the one Chromium of this JVM. */
final class Browsers implements ParameterResolver, AfterTestExecutionCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(Browsers.class);
  private static com.microsoft.playwright.Browser chromium;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var browser = new Browser(chromium(), context.getRequiredTestClass().getSimpleName());
    sessions(context).add(browser);
    return browser;
  }

  /** What the screen showed when a journey broke is worth more than its stack trace. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    var name = context.getRequiredTestMethod().getName();
    int person = 0;
    for (var browser : sessions(context)) {
      person++;
      if (context.getExecutionException().isPresent()) {
        browser.picture("failed-" + name + "-" + person);
      }
      browser.close();
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Browser> sessions(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent("sessions", key -> new ArrayList<Browser>(), List.class);
  }

  private static synchronized com.microsoft.playwright.Browser chromium() {
    if (chromium == null) {
      var playwright = Playwright.create();
      var arguments =
          new ArrayList<>(
              List.of(
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                  "--no-first-run",
                  "--lang=fr-FR"));
      if ("root".equals(System.getProperty("user.name"))) {
        arguments.add("--no-sandbox");
      }
      chromium =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(executable())
                      .setArgs(arguments));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return chromium;
  }

  private static Path executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Chromium is missing: apt-get install chromium"));
  }
}
