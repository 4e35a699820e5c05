package fr.vaguemestre.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {
  @Test
  void O8_facts_are_read_as_they_were_written() {
    var facts = new HashMap<String, Object>(Map.of("unit", "VOI", "of", "a:dga,u:EQS", "count", 2));
    facts.put("agent", null);
    var written = Facts.written(facts);
    assertThat(written).isEqualTo("count=2 of=a:dga,u:EQS unit=VOI");
    assertThat(Facts.read(written))
        .isEqualTo(Map.of("count", "2", "of", "a:dga,u:EQS", "unit", "VOI"));
    assertThat(Facts.read(null)).isEmpty();
    assertThat(Facts.read("")).isEmpty();
  }
}
