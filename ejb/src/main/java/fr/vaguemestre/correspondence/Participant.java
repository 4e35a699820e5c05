package fr.vaguemestre.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;

/**
 * An agent or a unit that has to do with a correspondence besides its handler, and therefore sees
 * it (O6).
 */
@Embeddable
public class Participant {
  /** Why they take part. */
  public enum Role {
    COPY,
    CONTRIBUTOR,
    TASK,
    APPROVER
  }

  @Enumerated(EnumType.STRING)
  private Role role;

  @Column(name = "agent_id")
  private Long agent;

  @Column(name = "unit_id")
  private Long unit;

  protected Participant() {}

  private Participant(Role role, Long agent, Long unit) {
    this.role = role;
    this.agent = agent;
    this.unit = unit;
  }

  public static Participant agent(Role role, long agent) {
    return new Participant(role, agent, null);
  }

  public static Participant unit(Role role, long unit) {
    return new Participant(role, null, unit);
  }

  public Role role() {
    return role;
  }

  public Long agent() {
    return agent;
  }

  public Long unit() {
    return unit;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Participant that
        && role == that.role
        && Objects.equals(agent, that.agent)
        && Objects.equals(unit, that.unit);
  }

  @Override
  public int hashCode() {
    return Objects.hash(role, agent, unit);
  }
}
