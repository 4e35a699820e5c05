package fr.vaguemestre.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface; the WAR's context root already says /api. */
@ApplicationPath("/")
public class RestApplication extends Application {}
