package fr.vaguemestre.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.Facet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchAddressTest {
  private static final Asked ASKED = Asked.parse("q=salle");

  @Test
  void SEA2_the_open_form_stays_open_whatever_is_clicked_beside_it() {
    var open = new SearchAddress(ASKED, null, true);
    assertThat(
            List.of(
                open.toggled(Facet.TYPE, "SALLE").url(),
                open.toggled(Facet.TYPE, "SALLE").toggled(Facet.TYPE, "SALLE").url(),
                open.page("suite").url(),
                open.asking("salles").url(),
                open.alone().url()))
        .allMatch(url -> url.contains("&advanced=true"));
  }

  @Test
  void SEA2_a_form_that_is_not_open_is_not_opened() {
    var closed = new SearchAddress(ASKED, null, false);
    assertThat(closed.toggled(Facet.TYPE, "SALLE").url())
        .isEqualTo("/search.xhtml?q=salle&type=SALLE");
  }
}
