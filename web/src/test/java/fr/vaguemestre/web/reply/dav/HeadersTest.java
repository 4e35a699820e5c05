package fr.vaguemestre.web.reply.dav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.reply.Conditions.Group;
import fr.vaguemestre.reply.Conditions.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4918, 10.4: the header {@code If}; and where addresses lead. */
class HeadersTest {
  private static final Address HERE = Address.parse("/dav/reply/7/tok/lettre.docx").orElseThrow();

  @Test
  void RFC4918_10_4_lists_without_a_tag_are_about_the_request() {
    assertThat(read("(<urn:a> [\"x\"]) (Not <DAV:no-lock> [W/\"y\"])"))
        .containsExactly(
            group("lettre.docx", new Term(false, "urn:a", null), new Term(false, null, "\"x\"")),
            group(
                "lettre.docx",
                new Term(true, "DAV:no-lock", null),
                new Term(false, null, "W/\"y\"")));
  }

  @Test
  void RFC4918_10_4_a_tag_holds_for_the_lists_after_it() {
    assertThat(
            read(
                "<http://h/dav/reply/7/tok/a%20b/> (<urn:a>) (<urn:b>) </dav/reply/7/tok> (<urn:c>)"))
        .containsExactly(
            group("a b", new Term(false, "urn:a", null)),
            group("a b", new Term(false, "urn:b", null)),
            group("", new Term(false, "urn:c", null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<http://other/dav/reply/7/tok/a> (<urn:a>)",
        "</dav/reply/8/tok/a> (<urn:a>)",
        "</dav/reply/7/tok2/a> (<urn:a>)",
        "</dav/reply/7/tok/../../8/tok/a> (<urn:a>)",
        "</login.xhtml> (<urn:a>)"
      })
  void RFC4918_10_4_what_lies_elsewhere_never_holds(String written) {
    assertThat(read(written)).noneMatch(Group::known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "()",
        "(",
        "(<a>",
        "<a>",
        "(<a>))",
        "((<a>))",
        "(Not)",
        "(Not Not <a>)",
        "(<a>) x",
        "[\"x\"]",
        "(\"x\")"
      })
  void RFC4918_10_4_what_is_no_list_is_refused(String written) {
    assertThatThrownBy(() -> read(written)).isInstanceOf(Malformed.class);
  }

  @Test
  void an_address_is_kept_within_its_folder() {
    assertThat(Address.parse("/dav/reply/7/tok/a/../b")).isEmpty();
    assertThat(Address.parse("/dav/reply/7/tok//b")).isEmpty();
    assertThat(Address.parse("/dav/reply/7")).isEmpty();
    assertThat(Address.parse("/dav/reply/x/tok/b")).isEmpty();
    assertThat(Address.parse("/dav/reply/7/tok/a\nb")).isEmpty();
    assertThat(Address.parse("/dav/reply/7/tok/")).map(Address::path).contains("");
    assertThat(HERE.href("é & b", true)).isEqualTo("/dav/reply/7/tok/%C3%A9%20%26%20b/");
  }

  private static List<Group> read(String written) {
    return Headers.groups(written, HERE, uri -> HERE.other(uri, "h"));
  }

  private static Group group(String path, Term... terms) {
    return new Group(path, true, List.of(terms));
  }
}
