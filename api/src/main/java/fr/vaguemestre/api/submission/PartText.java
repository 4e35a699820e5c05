package fr.vaguemestre.api.submission;

import fr.vaguemestre.api.platform.RequestRefused;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A part of a multipart request that is words. */
final class PartText {
  private static final int LONGEST = 256 * 1024;

  private PartText() {}

  /**
   * The words of the part of that name, or null.
   *
   * @throws RequestRefused 413 when it is too long, 400 when it is not UTF-8
   */
  static String of(List<EntityPart> parts, String name) throws IOException {
    for (var part : parts) {
      if (name.equals(part.getName())) {
        var bytes = part.getContent().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
          throw new RequestRefused(413, "request.too-large");
        }
        return read(bytes);
      }
    }
    return null;
  }

  private static String read(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RequestRefused(400, "request.not-utf-8");
    }
  }
}
