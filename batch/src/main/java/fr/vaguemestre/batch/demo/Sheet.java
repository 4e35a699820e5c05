package fr.vaguemestre.batch.demo;

import fr.vaguemestre.batch.demo.DemoLetter.Face;
import java.util.List;

/**
 * What is written on a letter, before it is set on a page.
 *
 * @param letterhead name printed across the top in the accent colour, null on private paper
 * @param color accent colour {@code #rrggbb}, used with a letterhead only
 * @param heading a form's title ("Fiche d'appel téléphonique"), null on a letter
 * @param from sender block, one string a line
 * @param to recipient block, one string a line, may be empty
 * @param reference "Nos réf." line, null for none
 * @param signatory name under the signature, empty for none
 * @param griffe PNG of the signature, null to scribble one from the name
 * @param footer small lines at the foot of each page
 */
public record Sheet(
    String letterhead,
    String color,
    String heading,
    List<String> from,
    List<String> to,
    String placeAndDate,
    String reference,
    String subject,
    List<String> paragraphs,
    String signatory,
    String signatoryTitle,
    byte[] griffe,
    boolean signed,
    List<String> footer,
    Face face) {}
