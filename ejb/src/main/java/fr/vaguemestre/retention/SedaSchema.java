package fr.vaguemestre.retention;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.settings.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * Validates manifests: against our own schema of the part of the SEDA 2.1 that we write, and
 * against the standard's own when the installation has it ({@link
 * Setting#VAGUEMESTRE_SEDA_SCHEMA}).
 */
final class SedaSchema {
  private static final Logger LOG = Logger.getLogger(SedaSchema.class.getName());
  private static final String OWN = "/seda/archive-transfer-2.1.xsd";

  private SedaSchema() {}

  /**
   * @throws Refusal when the manifest is not valid; the server’s log says why
   */
  static void check(byte[] manifest) {
    var official = Setting.VAGUEMESTRE_SEDA_SCHEMA.value();
    check(manifest, official.isBlank() ? null : Path.of(official));
  }

  /**
   * @param official the standard's {@code seda-2.1-main.xsd} with those it includes beside it; null
   *     for none
   */
  static void check(byte[] manifest, Path official) {
    validate(manifest, new StreamSource(SedaSchema.class.getResource(OWN).toExternalForm()), "");
    if (official != null) {
      if (!Files.isReadable(official)) {
        throw Refusal.of(Refusal.Kind.CONFLICT, "retention.schema-unreadable");
      }
      validate(manifest, new StreamSource(official.toUri().toString()), "file");
    }
  }

  private static void validate(byte[] manifest, StreamSource schema, String reach) {
    try {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, reach);
      var validator = factory.newSchema(schema).newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.validate(new StreamSource(new ByteArrayInputStream(manifest)));
    } catch (SAXException e) {
      LOG.log(Level.WARNING, "the manifest is not valid", e);
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.manifest-invalid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
