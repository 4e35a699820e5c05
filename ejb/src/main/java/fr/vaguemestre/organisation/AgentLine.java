package fr.vaguemestre.organisation;

/** An agent as lists and pickers show them, with their main unit. */
public record AgentLine(
    long id,
    long version,
    String login,
    String firstName,
    String lastName,
    String jobTitle,
    String email,
    String unit,
    boolean active) {
  public String name() {
    return firstName + " " + lastName;
  }
}
