package fr.vaguemestre.api.circuit;

import java.util.List;

/** What one feature lets programs do to a letter. */
public interface Deeds {
  List<Deed> all();
}
