package fr.vaguemestre.organisation;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Someone who works in the application: agent, elected representative, or a machine account. */
@Entity
public class Agent extends Owned {
  private String login;

  @Column(name = "first_name")
  private String firstName;

  @Column(name = "last_name")
  private String lastName;

  private String civility;

  @Column(name = "job_title")
  private String jobTitle;

  private String email;
  private String phone;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "credential_version")
  private int credentialVersion;

  private boolean active = true;
  private boolean machine;

  @OneToMany(
      mappedBy = "agent",
      cascade = CascadeType.ALL,
      orphanRemoval = true,
      fetch = FetchType.LAZY)
  private List<Post> posts = new ArrayList<>();

  protected Agent() {}

  Agent(String login) {
    this.login = login;
  }

  void describe(AgentWish wish) {
    this.firstName = wish.firstName();
    this.lastName = wish.lastName();
    this.civility = wish.civility();
    this.jobTitle = wish.jobTitle();
    this.email = wish.email();
    this.phone = wish.phone();
  }

  /** A closed account logs in no more; what it did stays under its name. */
  public void close() {
    this.active = false;
  }

  public void reopen() {
    this.active = true;
  }

  void sit(List<Post> places) {
    posts.retainAll(places);
    places.stream().filter(place -> !posts.contains(place)).forEach(posts::add);
  }

  /** A new password ends every open session and every token of this agent. */
  public void changePassword(String hash) {
    this.passwordHash = hash;
    this.credentialVersion++;
  }

  public String login() {
    return login;
  }

  public String firstName() {
    return firstName;
  }

  public String lastName() {
    return lastName;
  }

  public String name() {
    return firstName + " " + lastName;
  }

  public String civility() {
    return civility;
  }

  public String jobTitle() {
    return jobTitle;
  }

  public String email() {
    return email;
  }

  public String phone() {
    return phone;
  }

  public String passwordHash() {
    return passwordHash;
  }

  public int credentialVersion() {
    return credentialVersion;
  }

  public boolean active() {
    return active;
  }

  /** Whether it is a program's account: it holds no letter and signs nothing. */
  public boolean machine() {
    return machine;
  }

  public List<Post> posts() {
    return List.copyOf(posts);
  }
}
