package fr.vaguemestre.extraction;

import java.util.Map;

/**
 * What was read of one document.
 *
 * @param reason stable key ({@code extraction.encrypted}) of a message, or null when there is
 *     nothing to add
 * @param mediaType as told by the bytes; null when the type is not one we take
 * @param pages pages in the document; 0 when unknown
 * @param pagesRead pages whose text is in {@code text}, blank ones included
 * @param text plain text, never null; pages that went through OCR follow the text layer, each after
 *     a form feed
 * @param facts short findings: {@code title author created producer from to subject date
 *     attachments javascript ocrPages ocrConfidence turnedPages}; only those that are known, values
 *     of 500 characters at most
 */
public record Extraction(
    ExtractionStatus status,
    String reason,
    String mediaType,
    int pages,
    int pagesRead,
    String text,
    Map<String, String> facts) {

  public Extraction {
    facts = Map.copyOf(facts);
  }

  public static Extraction failed(String reason, String mediaType) {
    return new Extraction(ExtractionStatus.FAILED, reason, mediaType, 0, 0, "", Map.of());
  }
}
