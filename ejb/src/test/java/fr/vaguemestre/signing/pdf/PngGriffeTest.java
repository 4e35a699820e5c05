package fr.vaguemestre.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngGriffeTest {
  @Test
  void a_png_comes_back_with_the_same_picture() throws IOException {
    BufferedImage before = ImageIO.read(new ByteArrayInputStream(GriffeSamples.griffe()));
    BufferedImage after =
        ImageIO.read(new ByteArrayInputStream(PngGriffe.check(GriffeSamples.griffe())));
    assertThat(after.getRGB(0, 0, 700, 280, null, 0, 700))
        .isEqualTo(before.getRGB(0, 0, 700, 280, null, 0, 700));
  }

  @Test
  void what_hides_between_the_chunks_is_gone() throws IOException {
    byte[] hidden = withChunk("tEXt", "Comment\0<script>".getBytes(StandardCharsets.US_ASCII));
    assertThat(new String(PngGriffe.check(hidden), StandardCharsets.ISO_8859_1))
        .doesNotContain("script");
    byte[] trailing = Arrays.copyOf(GriffeSamples.griffe(), GriffeSamples.griffe().length + 9);
    assertThat(PngGriffe.check(trailing)).isNotEmpty();
  }

  @Test
  void a_chunk_that_would_unpack_to_a_bomb_is_never_unpacked() throws IOException {
    assertThat(PngGriffe.check(withChunk("iCCP", new byte[100_000]))).isNotEmpty();
  }

  @Test
  void other_formats_are_refused() throws IOException {
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
    refused("signing.griffe-not-png", jpeg.toByteArray());
    refused("signing.griffe-not-png", "<svg/>".getBytes());
    refused("signing.griffe-not-png", new byte[0]);
  }

  @Test
  void over_500_kb_is_refused() {
    refused("signing.griffe-too-large", new byte[500_001]);
  }

  @Test
  void a_huge_or_tiny_picture_is_refused_before_it_is_decoded() throws IOException {
    byte[] huge = GriffeSamples.griffe();
    ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
    refused("signing.griffe-dimensions", huge);
    refused(
        "signing.griffe-dimensions",
        GriffeSamples.png(new BufferedImage(5, 100, BufferedImage.TYPE_INT_RGB)));
    byte[] negative = GriffeSamples.griffe();
    ByteBuffer.wrap(negative).putInt(16, -5);
    refused("signing.griffe-dimensions", negative);
  }

  @Test
  void a_damaged_png_is_refused() throws IOException {
    byte[] whole = GriffeSamples.griffe();
    refused("signing.griffe-damaged", Arrays.copyOf(whole, whole.length / 2));
    whole[whole.length / 2] ^= 1;
    refused("signing.griffe-damaged", whole);
  }

  private static void refused(String key, byte[] bytes) {
    assertThatThrownBy(() -> PngGriffe.check(bytes))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  /** The sample with one more chunk after its header. */
  private static byte[] withChunk(String type, byte[] data) throws IOException {
    byte[] png = GriffeSamples.griffe();
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    return ByteBuffer.allocate(png.length + 12 + data.length)
        .put(png, 0, 33)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) checksum.getValue())
        .put(png, 33, png.length - 33)
        .array();
  }
}
