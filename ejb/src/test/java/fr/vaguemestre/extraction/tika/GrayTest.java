package fr.vaguemestre.extraction.tika;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrayTest {

  @TempDir Path folder;

  @Test
  void the_slant_of_a_page_is_found_and_taken_away() {
    for (double degrees : new double[] {-4, -1, 0, 2.5, 5}) {
      var page = gray(Samples.turned(Samples.letter(150), degrees));
      assertThat(page.slant()).isEqualTo(degrees, offset(0.25));
      assertThat(page.levelled(page.slant()).slant()).isEqualTo(0, offset(0.25));
    }
  }

  @Test
  void four_quarter_turns_give_the_page_back() {
    var page = new Gray(3, 2, new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(page.turned(90).pixels()).containsExactly(4, 1, 5, 2, 6, 3);
    assertThat(page.turned(90).turned(90).pixels()).isEqualTo(page.turned(180).pixels());
    assertThat(page.turned(90).turned(270).pixels()).isEqualTo(page.pixels());
  }

  @Test
  void a_picture_that_is_not_what_our_children_write_is_refused() throws IOException {
    for (var header :
        new String[] {"P6\n1 1\n255\n", "P5\n90000 90000\n255\n", "P5\n9 9\n255\n", "P5"}) {
      var file = Files.writeString(folder.resolve("page.pgm"), header);
      assertThatThrownBy(() -> Gray.read(file)).isInstanceOf(IOException.class);
    }
  }

  private static Gray gray(BufferedImage image) {
    var pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return new Gray(image.getWidth(), image.getHeight(), pixels);
  }
}
