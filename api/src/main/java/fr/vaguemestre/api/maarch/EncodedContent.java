package fr.vaguemestre.api.maarch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.correspondence.Correspondences.StoredPiece;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;

/** A document in JSON, written as it is read: memory holds none of it whole. */
@ApplicationScoped
public class EncodedContent {
  @Inject ContentStore store;

  /** {@code {"encodedDocument", "filename", "mimeType"}}. */
  public Response of(int tenant, StoredPiece piece) {
    StreamingOutput body =
        out -> {
          out.write("{\"encodedDocument\":\"".getBytes(US_ASCII));
          write(tenant, piece.sha256(), out);
          var rest =
              Json.createObjectBuilder()
                  .add("filename", piece.name())
                  .add("mimeType", piece.mediaType())
                  .build()
                  .toString();
          out.write(("\"," + rest.substring(1)).getBytes(UTF_8));
        };
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** The bytes as Base64; the stream stays open. */
  public void write(int tenant, String sha256, OutputStream out) throws IOException {
    try (var in = store.open(tenant, sha256);
        var base64 = Base64.getEncoder().wrap(new Kept(out))) {
      in.transferTo(base64);
    }
  }

  /** Closing ends the Base64, not the answer. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
