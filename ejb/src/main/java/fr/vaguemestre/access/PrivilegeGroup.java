package fr.vaguemestre.access;

import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A named set of rights given to agents, each with where it holds. */
@Entity
@Table(name = "privilege_group")
public class PrivilegeGroup extends Owned {
  private String code;
  private String label;

  @ElementCollection
  @CollectionTable(name = "privilege_group_right", joinColumns = @JoinColumn(name = "group_id"))
  @MapKeyColumn(name = "granted")
  @MapKeyEnumerated(EnumType.STRING)
  @Column(name = "perimeter")
  @Enumerated(EnumType.STRING)
  private Map<Right, Perimeter> rights = new HashMap<>();

  @ManyToMany
  @JoinTable(
      name = "agent_group",
      joinColumns = @JoinColumn(name = "group_id"),
      inverseJoinColumns = @JoinColumn(name = "agent_id"))
  private Set<Agent> members = new HashSet<>();

  protected PrivilegeGroup() {}

  PrivilegeGroup(String code) {
    this.code = code;
  }

  void describe(String name, Map<Right, Perimeter> granted) {
    this.label = name;
    this.rights.keySet().retainAll(granted.keySet());
    this.rights.putAll(granted);
  }

  void admit(Agent agent) {
    members.add(agent);
  }

  void dismiss(Agent agent) {
    members.remove(agent);
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  public Map<Right, Perimeter> rights() {
    return Map.copyOf(rights);
  }
}
