package fr.vaguemestre.organisation;

import java.io.Serializable;

/**
 * A unit as the chart shows it: how many open units are right below it, how many active people sit
 * in it, and the version its place was read at.
 */
public record UnitNode(
    long id,
    long version,
    String code,
    String label,
    UnitKind kind,
    String email,
    boolean open,
    long below,
    long seats)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
