package fr.vaguemestre.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.vaguemestre.platform.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** ORG7: a town's own logo and colour, which nobody suffers from. */
class LookTest {
  @Test
  void contrast_is_the_one_of_WCAG() {
    assertThat(Contrast.ratio("#ffffff", "#000000")).isCloseTo(21, within(0.001));
    assertThat(Contrast.ratio("#767676", "#ffffff")).isCloseTo(4.54, within(0.01));
  }

  @Test
  void ORG7_a_colour_is_taken_when_words_on_it_can_be_read() {
    assertThat(Contrast.readable("#1f3a5f")).as("the product's own").isTrue();
    assertThat(Contrast.readable("#7a1f3d")).isTrue();
    assertThat(Contrast.readable("#767676")).as("readable on white alone").isFalse();
    assertThat(Contrast.readable("#ff8800")).isFalse();
    assertThat(Contrast.readable("#ffffff")).isFalse();
  }

  @Test
  void ORG7_a_logo_is_made_anew_within_its_bounds() throws IOException {
    var png = ImageIO.read(new ByteArrayInputStream(Logo.png(image("png", 2000, 200))));
    assertThat(png.getWidth()).isEqualTo(480);
    assertThat(png.getHeight()).isEqualTo(48);
    var jpeg = Logo.png(image("jpeg", 50, 40));
    assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getHeight()).isEqualTo(40);
    assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).startsWith("\u0089PNG");
  }

  @Test
  void ORG7_nothing_but_pixels_stays_of_a_logo() throws IOException {
    var with = new ByteArrayOutputStream();
    with.write(image("png", 20, 20));
    with.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(Logo.png(with.toByteArray()), StandardCharsets.ISO_8859_1))
        .doesNotContain("script");
  }

  @Test
  void ORG7_what_is_no_picture_or_too_large_is_refused_by_the_field() throws IOException {
    refused("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8), "kind");
    refused(new byte[0], "kind");
    refused(Arrays.copyOf(image("png", 300, 300), 60), "kind");
    refused(image("png", 2501, 1), "too-large");
    refused(new byte[Logo.MOST_BYTES + 1], "too-large");
  }

  private static void refused(byte[] given, String why) {
    assertThatThrownBy(() -> Logo.png(given))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo("look.logo-" + why);
              assertThat(refusal.field()).hasValue("logo");
            });
  }

  private static byte[] image(String format, int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
