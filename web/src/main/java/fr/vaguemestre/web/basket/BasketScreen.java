package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.basket.BasketPage;
import fr.vaguemestre.basket.Baskets;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * basket/list.xhtml: {@code basket}, {@code after} (the page) and {@code letter} (the one beside).
 */
@Named
@RequestScoped
public class BasketScreen {
  private static final int SIZE = 25;

  @Inject Baskets baskets;
  @Inject Rail rail;
  @Inject CurrentReader reader;
  @Inject LetterScreen letter;
  @Inject HttpServletRequest request;
  private BasketPage page;

  @PostConstruct
  void read() {
    var wanted = request.getParameter("basket");
    page =
        baskets.page(
            reader.get(),
            wanted == null ? rail.getFirst() : wanted,
            request.getParameter("after"),
            SIZE);
    if (request.getParameter("letter") == null && !page.items().isEmpty()) {
      letter.show(page.items().getFirst().id());
    }
  }

  public BasketPage getPage() {
    return page;
  }

  /** The names of what this basket's lines show, their subject among them. */
  public Set<String> getShown() {
    return Stream.concat(Stream.of("SUBJECT"), page.columns().stream().map(Enum::name))
        .collect(Collectors.toSet());
  }

  /** The path of the action whose form Enter opens; null for the letter alone. */
  public String getOpening() {
    return page.opening() == null ? null : page.opening().path();
  }

  /** The letter beside the list, 0 for none. */
  public long getChosen() {
    return letter.getId();
  }

  /** This page with that letter beside it. */
  public String listUrl(long id) {
    var after = request.getParameter("after");
    return "/basket/list.xhtml?basket="
        + page.code()
        + (after == null ? "" : "&after=" + encoded(after))
        + "&letter="
        + id;
  }

  public String getNextUrl() {
    return page.next() == null
        ? null
        : "/basket/list.xhtml?basket=" + page.code() + "&after=" + encoded(page.next());
  }

  /** Back to the first page; null there. */
  public String getFirstUrl() {
    return request.getParameter("after") == null
        ? null
        : "/basket/list.xhtml?basket=" + page.code();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
