package fr.vaguemestre.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * The version in our resources' addresses: of their content, the same on every node, new when any
 * of them changes.
 */
@Named
@ApplicationScoped
public class ResourceVersion {
  @Inject ServletContext application;
  private String value;

  @PostConstruct
  void read() {
    var sum = new CRC32();
    add(sum, "/resources/vaguemestre/");
    value = Long.toHexString(sum.getValue());
  }

  private void add(CRC32 sum, String folder) {
    for (var path : new TreeSet<>(application.getResourcePaths(folder))) {
      if (path.endsWith("/")) {
        add(sum, path);
        continue;
      }
      try (var in = application.getResourceAsStream(path)) {
        sum.update(in.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException(path, e);
      }
    }
  }

  public String getValue() {
    return value;
  }
}
