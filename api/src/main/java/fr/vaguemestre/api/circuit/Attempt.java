package fr.vaguemestre.api.circuit;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.capture.GivenFile;
import java.util.Optional;

/** Someone's wish to do something to a letter, as of the version they saw. */
public record Attempt(
    Reader reader, long letter, long seenVersion, Fields fields, Optional<GivenFile> file) {}
