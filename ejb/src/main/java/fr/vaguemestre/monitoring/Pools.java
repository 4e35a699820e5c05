package fr.vaguemestre.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.ObjectName;

/** The connections to the database, as the server counts them ({@code statistics-enabled}). */
@ApplicationScoped
public class Pools {
  private static final Logger LOG = Logger.getLogger(Pools.class.getName());
  private static final List<String> POOLS =
      List.of("VaguemestreDS", "VaguemestreOwnerDS", "VaguemestreBatchDS");
  private static final Map<String, String> STATES =
      new TreeMap<>(
          Map.of(
              "InUseCount", "used",
              "AvailableCount", "available",
              "MaxUsedCount", "most-used",
              "WaitCount", "waited"));

  /** One number of one pool. */
  public interface Seen {
    void see(String pool, String state, double count);
  }

  /** Nothing where the server counts none. */
  public void each(Seen seen) {
    for (var pool : POOLS) {
      STATES.forEach(
          (attribute, state) -> {
            try {
              var name =
                  new ObjectName(
                      "jboss.as:subsystem=datasources,data-source=" + pool + ",statistics=pool");
              var server = ManagementFactory.getPlatformMBeanServer();
              var exact =
                  Stream.of(server.getMBeanInfo(name).getAttributes())
                      .map(MBeanAttributeInfo::getName)
                      .filter(attribute::equalsIgnoreCase)
                      .findFirst();
              if (exact.isPresent()) {
                var value = server.getAttribute(name, exact.get());
                seen.see(pool, state, Double.parseDouble(value.toString()));
              }
            } catch (JMException | RuntimeException e) {
              LOG.log(Level.FINE, "no statistics of pool " + pool, e);
            }
          });
    }
  }
}
