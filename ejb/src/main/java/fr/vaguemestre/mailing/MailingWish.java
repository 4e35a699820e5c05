package fr.vaguemestre.mailing;

import fr.vaguemestre.dispatch.Means;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * To whom a reply is to go, and how.
 *
 * @param sender whether whoever wrote the letter is among them
 * @param earlier a mailing whose recipients are taken up; null for none
 * @param file the others, CSV as {@code RecipientFile} reads it; null for none
 * @param subject of the mails; a usual one when blank
 * @param text of the mails; a usual one when blank
 */
public record MailingWish(
    @NotNull Means means,
    boolean sender,
    Long earlier,
    byte[] file,
    @Size(max = 400) String subject,
    @Size(max = 8000) String text) {}
