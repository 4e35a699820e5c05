package fr.vaguemestre.web.filing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.filing.Marks;
import fr.vaguemestre.filing.Tags;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.shell.Told;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a reader puts on the letter they look at: read, followed, tags. */
@Named
@RequestScoped
public class MarkScreen {
  @Inject Marks marks;
  @Inject Tags service;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject Told told;
  private String tag;

  /** The letter's page is shown: it is read. */
  public void opened() {
    marks.read(reader.get(), screen.getId());
  }

  public String markUnread() {
    marks.unread(reader.get(), screen.getId());
    told.done("filing.unread-now", screen.getLetter().chrono());
    return "/index.xhtml?faces-redirect=true";
  }

  public boolean isFollowed() {
    return marks.follows(reader.get(), screen.getId());
  }

  public String follow() {
    marks.follow(reader.get(), screen.getId());
    return screen.done("filing.followed-now");
  }

  public String unfollow() {
    marks.unfollow(reader.get(), screen.getId());
    return screen.done("filing.unfollowed-now");
  }

  public List<String> getTags() {
    return service.of(reader.get(), screen.getId());
  }

  public List<String> suggest(String typed) {
    return service.suggest(reader.get(), typed);
  }

  public String add() {
    service.add(reader.get(), screen.getId(), tag);
    return screen.done("filing.tagged", tag);
  }

  public String remove(String label) {
    service.remove(reader.get(), screen.getId(), label);
    return screen.done("filing.untagged", label);
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }
}
