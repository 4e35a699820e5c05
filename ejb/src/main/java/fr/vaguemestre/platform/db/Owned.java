package fr.vaguemestre.platform.db;

import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * A row that belongs to one town: the first of the two tenant walls (row-level security is the
 * second).
 */
@MappedSuperclass
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(
    name = "tenant_id",
    contextProperty = "eclipselink.tenant-id",
    discriminatorType = DiscriminatorType.INTEGER)
public abstract class Owned {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
  @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 50)
  private Long id;

  @Version private long version;

  protected Owned() {}

  public Long id() {
    return id;
  }

  public long version() {
    return version;
  }
}
