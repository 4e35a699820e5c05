package fr.vaguemestre.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Certificates made by the JDK's keytool, as PKCS#12 files. */
public final class Certificates {
  public static final String PASSWORD = "Un-Cachet-2026";

  private Certificates() {}

  /** Valid for a year from now, unless the words say otherwise. */
  public static byte[] pkcs12(Path folder, String... words) throws Exception {
    var file = Files.createTempFile(folder, "seal", ".p12");
    Files.delete(file);
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "cachet",
                "-dname",
                "CN=Cachet de Pontarlieu, O=Ville de Pontarlieu, C=FR",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
    command.addAll(List.of(words));
    if (!command.contains("-keyalg")) {
      command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048"));
    }
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("keytool.txt"))).isZero();
    return Files.readAllBytes(file);
  }
}
