package fr.vaguemestre.it;

import java.io.File;
import java.net.URISyntaxException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The small WAR of an in-server test: its classes, AssertJ, and sight of the EAR's services. Fields
 * are filled by {@code @EJB(mappedName = TestWar.EJB + "Tenants")} and {@code @Resource(mappedName
 * = "java:jboss/…")}.
 */
public final class TestWar {
  private static final String MANIFEST =
      """
      Manifest-Version: 1.0
      Dependencies: deployment.vaguemestre.ear.vaguemestre-ejb.jar

      """;

  private TestWar() {}

  /**
   * JNDI name of a service of the EAR: {@code @EJB(lookup = …)} wants a constant, so does this
   * prefix.
   */
  public static final String EJB = "java:global/vaguemestre/vaguemestre-ejb/";

  public static WebArchive of(Class<?>... classes) {
    return ShrinkWrap.create(WebArchive.class, classes[0].getSimpleName() + ".war")
        .addClasses(classes)
        .addClasses(TestWar.class, InServer.class, Beside.class, RunningServer.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsLibrary(jarOf(Assertions.class), "assertj.jar")
        .setManifest(new StringAsset(MANIFEST));
  }

  /**
   * Looks a service or resource up inside the server; null outside, where JUnit makes its own
   * instance.
   */
  @SuppressWarnings("BanJNDI") // names are constants of the tests
  public static <T> T find(String name, Class<T> type) {
    try {
      return type.cast(new InitialContext().lookup(name));
    } catch (NamingException e) {
      return null;
    }
  }

  private static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
