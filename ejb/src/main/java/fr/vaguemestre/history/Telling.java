package fr.vaguemestre.history;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * What an application told somebody of their demand.
 *
 * @param statusId null when it says none
 * @param messages one for each way it was told
 */
public record Telling(
    @NotNull Instant at,
    @NotNull @Size(max = 100) String demandId,
    @NotNull @Size(max = 50) String typeId,
    @Size(max = 50) String subtypeId,
    @Size(max = 200) String reference,
    Integer statusId,
    Integer maxStep,
    Integer currentStep,
    @NotNull @Valid Customer customer,
    @NotNull @Valid List<Message> messages) {
  private static final int LONGEST_BEGINNING = 60;

  /**
   * What names the demand among those of its type. Of a demand that lacks its id or its type,
   * whoever asks is part of the name: what one person was told is never another's.
   */
  String key() {
    if (!demandId.isEmpty() && !typeId.isEmpty()) {
      return demandId;
    }
    var whose =
        String.join(
            "\n",
            Objects.toString(customer.id(), ""),
            Objects.toString(customer.connectionId(), ""),
            Objects.toString(customer.email(), "").toLowerCase(Locale.ROOT));
    return demandId.substring(0, Math.min(LONGEST_BEGINNING, demandId.length()))
        + "?"
        + UUID.nameUUIDFromBytes(whose.getBytes(StandardCharsets.UTF_8));
  }

  /** Whose demand it is, by the names the application has of them; each may be null. */
  public record Customer(
      @Size(max = 100) String id,
      @Size(max = 100) String connectionId,
      @Size(max = 190) String email) {}

  /** The words, by one way. */
  public record Message(
      @NotNull Channel channel,
      @Size(max = 400) String statusText,
      @Size(max = 400) String subject,
      @Size(max = 20000) String text,
      @Size(max = 200) String sender) {}

  /** By which way. */
  public enum Channel {
    BACKOFFICE,
    EMAIL,
    SMS,
    DASHBOARD,
    BROADCAST
  }
}
