package fr.vaguemestre.web.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.correspondence.LetterView.DocumentLine;
import fr.vaguemestre.reply.Conversion;
import fr.vaguemestre.reply.Replies;
import fr.vaguemestre.reply.VersionLine;
import fr.vaguemestre.web.copy.CopyLinks;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the viewer of a letter can show: its files, then the last version of the reply. */
@Named
@RequestScoped
public class DocumentTabs {
  /** Where the reply is what one looks at. */
  private static final Set<String> ON_REPLY = Set.of("approve", "sign", "refuse", "submit", "send");

  private static final String PDF = "application/pdf";

  @Inject LetterScreen screen;
  @Inject Replies replies;
  @Inject CopyLinks copies;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  @Inject HttpServletRequest request;
  private List<Tab> tabs;

  /** One tab: {@code code} goes into the address, {@code kind} is the viewer's. */
  public record Tab(String code, String label, String url, String kind, String original) {}

  public List<Tab> getTabs() {
    if (tabs == null) {
      tabs = new ArrayList<>();
      screen.getLetter().documents().forEach(d -> tabs.add(tab(d)));
      replies.versions(reader.get(), screen.getId()).stream()
          .findFirst()
          .filter(v -> v.conversion() == Conversion.DONE)
          .ifPresent(v -> tabs.add(tab(v)));
    }
    return tabs;
  }

  /** The tab in sight; null when there is no document at all. */
  public Tab getCurrent() {
    var wanted = request.getParameter("show");
    return getTabs().stream()
        .filter(t -> t.code().equals(wanted))
        .findFirst()
        .or(
            () ->
                onReply() ? getTabs().reversed().stream().findFirst() : java.util.Optional.empty())
        .or(() -> getTabs().stream().findFirst())
        .orElse(null);
  }

  public String getThumbnail() {
    return screen.getLetter().documents().stream()
        .filter(DocumentLine::thumbnail)
        .map(d -> file(d) + "&as=thumbnail")
        .findFirst()
        .orElse(null);
  }

  private boolean onReply() {
    return "reply".equals(screen.getPanel())
        || ON_REPLY.contains(String.valueOf(screen.getDoing()));
  }

  private Tab tab(DocumentLine document) {
    var shown = document.rendition() || PDF.equals(document.mediaType());
    var kind = shown ? "pdf" : document.mediaType().startsWith("image/") ? "image" : "none";
    return new Tab(
        "d" + document.id(),
        document.name(),
        copies.shown(document)
            ? file("copy", document) + "&as=shown"
            : file(document) + ("none".equals(kind) ? "&as=original" : ""),
        kind,
        file(document) + "&as=original");
  }

  private Tab tab(VersionLine version) {
    var url = "/reply/file?id=" + screen.getId() + "&version=" + version.number();
    return new Tab(
        "r" + version.number(),
        texts.of(
            version.signed() ? "reply.tab.signed" : "reply.tab", String.valueOf(version.number())),
        url,
        "pdf",
        url + "&as=original");
  }

  private String file(DocumentLine document) {
    return file("file", document);
  }

  private String file(String servlet, DocumentLine document) {
    return "/correspondence/" + servlet + "?id=" + screen.getId() + "&document=" + document.id();
  }
}
