package fr.vaguemestre.monitoring;

import java.util.Locale;

/** Kinds of addresses, few and fixed, so that no letter's and nobody's address becomes a label. */
enum Route {
  SCREEN,
  RESOURCE,
  FILE,
  REST,
  SOAP,
  PARTNER,
  DAV,
  PROBE;

  static Route of(String context, String path) {
    if (context.equals("/api")) {
      return path.startsWith("/soap/") ? SOAP : path.startsWith("/v1/") ? REST : PARTNER;
    }
    if (path.startsWith("/jakarta.faces.resource/") || path.equals("/town.css")) {
      return RESOURCE;
    }
    if (path.startsWith("/health/") || path.equals("/metrics")) {
      return PROBE;
    }
    if (path.startsWith("/dav/")) {
      return DAV;
    }
    return path.endsWith(".xhtml") || path.equals("/") ? SCREEN : FILE;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
