package fr.vaguemestre.web.access;

import fr.vaguemestre.access.AgentAdministration;
import fr.vaguemestre.access.AgentCard;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.GroupAdministration.GroupLine;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.reassignment.AgentClosures;
import fr.vaguemestre.web.organisation.Addressed;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** admin/agent.xhtml: {@code login} of the agent, none for a new one. */
@Named
@ViewScoped
public class AgentScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  @Inject transient HttpServletRequest request;
  @Inject AgentAdministration administration;
  @Inject GroupAdministration allGroups;
  @Inject Directory directory;
  @Inject AgentClosures closures;
  @Inject CurrentReader reader;
  @Inject Told told;
  private long version = Seen.NOTHING;
  private boolean withPassword;
  private String password;
  private String login;
  private String civility;
  private String firstName;
  private String lastName;
  private String jobTitle;
  private String email;
  private String phone;
  private boolean active = true;
  private List<PostRow> posts = new ArrayList<>();
  private List<String> groups = new ArrayList<>();
  private List<String> keptGroups = List.of();

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_AGENTS);
    var wanted = request.getParameter("login");
    if (wanted == null) {
      var first = new PostRow();
      first.setMain(true);
      posts.add(first);
    } else {
      show(administration.agent(reader.get(), wanted).orElseThrow(Refusal::notFound));
    }
  }

  private void show(AgentCard card) {
    var agent = card.agent();
    version = card.version();
    withPassword = card.hasPassword();
    login = agent.login();
    civility = agent.civility();
    firstName = agent.firstName();
    lastName = agent.lastName();
    jobTitle = agent.jobTitle();
    email = agent.email();
    phone = agent.phone();
    active = card.active();
    posts = new ArrayList<>(agent.posts().stream().map(this::row).toList());
    var mine = getGivenGroups().stream().map(GroupLine::code).toList();
    groups = new ArrayList<>(agent.groups().stream().filter(mine::contains).toList());
    keptGroups = agent.groups().stream().filter(g -> !mine.contains(g)).toList();
  }

  private PostRow row(AgentWish.Place place) {
    return PostRow.of(place, directory.unitName(place.unit()).orElse(place.unit()));
  }

  public String save() {
    administration.saveAgent(
        reader.get(),
        new AgentWish(
            login,
            firstName,
            lastName,
            civility,
            jobTitle,
            email,
            phone,
            posts.stream().filter(p -> p.getUnit() != null).map(PostRow::place).toList(),
            Stream.concat(groups.stream(), keptGroups.stream()).toList()),
        version);
    told.done("access.agent.saved", firstName + " " + lastName);
    return withPassword
        ? "/admin/agents.xhtml?faces-redirect=true"
        : "/admin/agent.xhtml?faces-redirect=true&login=" + login;
  }

  /** Opens a closed account again. */
  public String reopen() {
    closures.reopen(reader.get(), login);
    told.done("access.agent.reopened", getName());
    return "/admin/agent.xhtml?faces-redirect=true&login=" + login;
  }

  public void givePassword() {
    password = administration.resetPassword(reader.get(), login);
    show(administration.agent(reader.get(), login).orElseThrow(Refusal::notFound));
  }

  public void addPost() {
    posts.add(new PostRow());
  }

  public void removePost(PostRow post) {
    posts.remove(post);
  }

  /** The units a post may be given in, as the field writes them. */
  public List<String> units(String typed) {
    return directory.units(typed, reader.get().within(Right.ADMIN_AGENTS), false, MOST).stream()
        .map(Addressed::unit)
        .toList();
  }

  public Function[] getFunctions() {
    return Function.values();
  }

  /**
   * The groups this reader may put somebody in; who administers the whole town may take any away.
   */
  public List<GroupLine> getGivenGroups() {
    var who = reader.get();
    return allGroups.groups(who).stream()
        .filter(
            g ->
                who.may(Right.ADMIN_AGENTS, null)
                    || g.rights().entrySet().stream()
                        .allMatch(
                            r ->
                                who.may(r.getKey())
                                    && who.grants().get(r.getKey()).covers(r.getValue())))
        .toList();
  }

  /** Groups the agent is in and that this reader leaves as they are: their names. */
  public List<String> getKeptGroups() {
    return keptGroups.isEmpty()
        ? List.of()
        : allGroups.groups(reader.get()).stream()
            .filter(g -> keptGroups.contains(g.code()))
            .map(GroupLine::label)
            .toList();
  }

  public boolean isNew() {
    return version == Seen.NOTHING;
  }

  public boolean isWithPassword() {
    return withPassword;
  }

  /** The password just given: shown once. */
  public String getPassword() {
    return password;
  }

  public String getName() {
    return firstName + " " + lastName;
  }

  public List<PostRow> getPosts() {
    return posts;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getCivility() {
    return civility;
  }

  public void setCivility(String civility) {
    this.civility = civility;
  }

  public String getFirstName() {
    return firstName;
  }

  public void setFirstName(String firstName) {
    this.firstName = firstName;
  }

  public String getLastName() {
    return lastName;
  }

  public void setLastName(String lastName) {
    this.lastName = lastName;
  }

  public String getJobTitle() {
    return jobTitle;
  }

  public void setJobTitle(String jobTitle) {
    this.jobTitle = jobTitle;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public boolean isActive() {
    return active;
  }

  public List<String> getGroups() {
    return groups;
  }

  public void setGroups(List<String> groups) {
    this.groups = groups;
  }
}
