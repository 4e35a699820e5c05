package fr.vaguemestre.organisation;

import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/**
 * One line of a unit's distribution list: who handles its letters first, or who is put in copy of
 * them.
 */
@Entity
public class Distribution extends Owned {
  @Column(name = "unit_id")
  private long unit;

  private String role;

  @Column(name = "agent_id")
  private Long agent;

  @Column(name = "copy_unit_id")
  private Long copyUnit;

  protected Distribution() {}

  Distribution(long unit, DistributionLine line, Long agent, Long copyUnit) {
    this.unit = unit;
    this.role = line.role().name();
    this.agent = agent;
    this.copyUnit = copyUnit;
  }
}
