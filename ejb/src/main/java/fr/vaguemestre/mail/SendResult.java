package fr.vaguemestre.mail;

import java.util.List;

/**
 * The server took the message.
 *
 * @param messageId the Message-ID it left under, with its angle brackets
 * @param accepted addresses the server answered 2xx for; never empty
 * @param refused addresses it refused for good (5xx), while taking the message for the others
 */
public record SendResult(String messageId, List<String> accepted, List<String> refused) {
  public SendResult {
    accepted = List.copyOf(accepted);
    refused = List.copyOf(refused);
  }
}
