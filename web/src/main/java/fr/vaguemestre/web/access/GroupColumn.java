package fr.vaguemestre.web.access;

import fr.vaguemestre.access.GroupAdministration.GroupLine;
import fr.vaguemestre.access.GroupWish;
import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Right;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/** A group while its rights are being edited: a column of the matrix. */
public class GroupColumn implements Serializable {
  private static final long serialVersionUID = 1L;

  private String code;
  private String label;
  private Long version;
  private long members;
  private EnumMap<Right, Perimeter> given = new EnumMap<>(Right.class);
  private final EnumMap<Right, String> cells = new EnumMap<>(Right.class);

  static GroupColumn of(GroupLine group) {
    var column = new GroupColumn();
    column.code = group.code();
    column.label = group.label();
    column.version = group.version();
    column.members = group.members();
    column.given.putAll(group.rights());
    group.rights().forEach((right, p) -> column.cells.put(right, p.name()));
    return column;
  }

  boolean changed() {
    return !rights().equals(given);
  }

  GroupWish wish() {
    return new GroupWish(code, label, rights(), version);
  }

  private EnumMap<Right, Perimeter> rights() {
    var rights = new EnumMap<Right, Perimeter>(Right.class);
    cells.forEach(
        (right, chosen) -> {
          if (chosen != null && !chosen.isEmpty()) {
            rights.put(right, Perimeter.valueOf(chosen));
          }
        });
    return rights;
  }

  /** What each cell shows: a perimeter, or nothing. */
  public Map<Right, String> getCells() {
    return cells;
  }

  public boolean isNew() {
    return version == null;
  }

  public long getMembers() {
    return members;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }
}
