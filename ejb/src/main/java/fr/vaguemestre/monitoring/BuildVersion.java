package fr.vaguemestre.monitoring;

import java.util.Optional;

/** The version this was built as. */
final class BuildVersion {
  static final String OURS =
      Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
          .orElse("unknown");

  private BuildVersion() {}
}
