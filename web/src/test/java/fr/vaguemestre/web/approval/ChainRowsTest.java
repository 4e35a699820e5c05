package fr.vaguemestre.web.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SIG1: a form that does not say what a step is for is refused in words. */
class ChainRowsTest {
  @Test
  void SIG1_a_step_without_its_kind_is_refused_on_the_steps() {
    var rows = new ChainRows();
    rows.request =
        asking(
            Map.of(
                "who", new String[] {"Nancy Roche", "Dominique Sorel", "Catherine Morel"},
                "kind", new String[] {"VISA", "TAMPON"}));
    assertThat(rows.of(List::of))
        .extracting(ChainRows.Row::kind)
        .containsExactly(StepKind.VISA, null, null);
    rows.remove(0);
    assertThatThrownBy(rows::wishes)
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.key()).isEqualTo("approval.kind-missing");
              assertThat(r.field()).contains("steps");
            });
  }

  private static HttpServletRequest asking(Map<String, String[]> parameters) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ChainRowsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> parameters.get(arguments[0]));
  }
}
