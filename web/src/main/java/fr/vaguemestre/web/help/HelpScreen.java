package fr.vaguemestre.web.help;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.help.HelpContact;
import fr.vaguemestre.help.HelpContacts;
import fr.vaguemestre.web.shell.Preferences;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** help/index.xhtml: {@code page} is a role, {@code q} what is looked for. */
@Named
@RequestScoped
public class HelpScreen {
  @Inject HttpServletRequest request;
  @Inject HelpPages pages;
  @Inject HelpContacts contacts;
  @Inject CurrentReader reader;
  @Inject Preferences preferences;

  /** A section found, with the address to read it at. */
  public record Found(String page, String title, String url) {}

  /** The help that fits the screen being shown. */
  public String getHere() {
    return HelpPlace.address(request.getServletPath());
  }

  public String getPage() {
    var wanted = request.getParameter("page");
    return wanted != null && HelpPages.NAMES.contains(wanted) ? wanted : HelpPages.NAMES.getFirst();
  }

  public String getSource() {
    return HelpPages.source(preferences.getLocale(), getPage());
  }

  public String getWanted() {
    var typed = request.getParameter("q");
    return typed == null ? "" : typed.strip();
  }

  public List<Found> getFound() {
    return pages.find(preferences.getLocale(), getWanted()).stream()
        .map(
            s ->
                new Found(s.page(), s.title(), "/help/index.xhtml?page=" + s.page() + "#" + s.id()))
        .toList();
  }

  public List<String> getPages() {
    return HelpPages.NAMES;
  }

  public List<HelpContact> getContacts() {
    return contacts.all();
  }

  public List<HelpContacts.Assistant> getAssistants() {
    return contacts.assistants(reader.get());
  }
}
