package fr.vaguemestre.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** RFC 4918, 7 and 10.4: what a lock forbids, and what a request depends on. */
class FolderTest {
  private static final Instant THEN = Instant.parse("2026-11-22T09:30:00Z");
  private static final String SHA = "0123456789abcdef".repeat(4);
  private static final long ME = 1;
  private static final long OTHER = 2;

  @Test
  void RFC4918_7_a_locked_draft_is_saved_with_the_token_alone_and_by_its_owner_alone() {
    var folder = folder(lock("t", "lettre.docx", ME, false, false));
    refused(() -> folder.changing("lettre.docx", ME, Conditions.NONE), Refusal.Kind.CONFLICT);
    refused(() -> folder.changing("lettre.docx", OTHER, given("t")), Refusal.Kind.CONFLICT);
    allowed(() -> folder.changing("lettre.docx", ME, given("t")));
    allowed(() -> folder.changing("a/b.txt", OTHER, Conditions.NONE));
  }

  @Test
  void RFC4918_7_the_refusal_says_who_and_since_when() {
    var folder = folder(lock("t", "lettre.docx", ME, false, false));
    assertThatThrownBy(() -> folder.changing("lettre.docx", OTHER, Conditions.NONE))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.arguments()).containsExactly("Agent 1", "09:30"));
  }

  @Test
  void RFC4918_7_4_a_lock_on_a_collection_keeps_what_comes_and_goes() {
    var folder = folder(lock("t", "a", ME, false, false));
    refused(() -> folder.placing("a/new", OTHER, Conditions.NONE), Refusal.Kind.CONFLICT);
    refused(() -> folder.placing("a/b.txt", OTHER, Conditions.NONE), Refusal.Kind.CONFLICT);
    allowed(() -> folder.changing("a/b.txt", OTHER, Conditions.NONE));
    allowed(() -> folder.placing("new", OTHER, Conditions.NONE));
  }

  @Test
  void RFC4918_7_4_a_deep_lock_covers_all_below_and_a_lock_below_keeps_the_whole() {
    var deep = folder(lock("t", "a", ME, false, true));
    refused(() -> deep.changing("a/b.txt", OTHER, Conditions.NONE), Refusal.Kind.CONFLICT);
    var below = folder(lock("t", "a/b.txt", ME, false, false));
    refused(() -> below.placing("a", OTHER, Conditions.NONE), Refusal.Kind.CONFLICT);
    assertThat(below.over("a/b.txt2")).as("a name that begins alike").isEmpty();
  }

  @Test
  void RFC4918_6_2_one_of_several_shared_locks_is_enough() {
    var folder =
        folder(
            lock("mine", "a/b.txt", ME, true, false), lock("its", "a/b.txt", OTHER, true, false));
    allowed(() -> folder.changing("a/b.txt", ME, given("mine")));
    refused(() -> folder.changing("a/b.txt", ME, given("its")), Refusal.Kind.CONFLICT);
  }

  @Test
  void RFC4918_10_4_one_list_must_hold_and_all_of_its_terms() {
    var folder = folder(lock("t", "lettre.docx", ME, false, false));
    var tag = '"' + SHA.substring(0, 32) + '"';
    allowed(() -> lists(all(token("t"), etag(tag))).check("lettre.docx", folder));
    stale(lists(all(token("t"), etag("\"other\""))), folder);
    stale(lists(all(token("DAV:no-lock"))), folder);
    stale(lists(all(not(token("t")))), folder);
    allowed(
        () -> lists(all(token("x")), all(not(token("DAV:no-lock")))).check("lettre.docx", folder));
    stale(lists(new Conditions.Group("lettre.docx", false, List.of(token("t")))), folder);
    stale(lists(new Conditions.Group("a/b.txt", true, List.of(token("t")))), folder);
  }

  @Test
  void RFC9110_13_1_if_match_and_if_none_match() {
    var folder = folder();
    allowed(
        () -> match("\"x\", \"" + SHA.substring(0, 32) + "\"", null).check("lettre.docx", folder));
    allowed(() -> match("*", null).check("lettre.docx", folder));
    stale(match("\"x\"", null), folder);
    stale(match(null, "*"), folder);
    allowed(() -> match(null, "*").check("new", folder));
    refused(() -> match("*", null).check("new", folder), Refusal.Kind.STALE);
  }

  @Test
  void REP2_the_names_the_draft_would_have_in_another_format_are_nothing_elses() {
    var folder = folder();
    refused(() -> folder.needBeside("lettre.odt"), Refusal.Kind.CONFLICT);
    refused(() -> folder.needBeside("lettre.rtf"), Refusal.Kind.CONFLICT);
    allowed(() -> folder.needBeside("lettre.docx"));
    allowed(() -> folder.needBeside("lettre.pdf"));
    allowed(() -> folder.needBeside("a/lettre.odt"));
    allowed(() -> folder.needBeside("~lettre.odt"));
  }

  @Test
  void levels_are_counted_from_where_one_asks() {
    var folder = folder();
    assertThat(folder.from("", 0)).extracting(FolderEntry::path).containsExactly("");
    assertThat(folder.from("", 1))
        .extracting(FolderEntry::path)
        .containsExactly("", "a", "lettre.docx");
    assertThat(folder.from("a", Integer.MAX_VALUE))
        .extracting(FolderEntry::path)
        .containsExactly("a", "a/b.txt");
  }

  private static Folder folder(FolderLock... locks) {
    var entries = new TreeMap<String, FolderEntry>();
    for (var entry :
        List.of(
            FolderEntry.collection("", THEN),
            FolderEntry.collection("a", THEN),
            FolderEntry.file("a/b.txt", SHA, 1, THEN, THEN),
            FolderEntry.file("lettre.docx", SHA, 1, THEN, THEN))) {
      entries.put(entry.path(), entry);
    }
    return new Folder("lettre.docx", entries, Map.of(), List.of(locks), ZoneOffset.UTC);
  }

  private static FolderLock lock(
      String token, String path, long agent, boolean shared, boolean deep) {
    return new FolderLock(
        token, path, agent, "a" + agent, "Agent " + agent, shared, deep, false, "", THEN, THEN);
  }

  private static Conditions given(String token) {
    return lists(all(token(token)));
  }

  private static Conditions lists(Conditions.Group... groups) {
    return new Conditions(List.of(groups), null, null);
  }

  private static Conditions match(String match, String none) {
    return new Conditions(List.of(), match, none);
  }

  private static Conditions.Group all(Conditions.Term... terms) {
    return new Conditions.Group(null, true, List.of(terms));
  }

  private static Conditions.Term token(String token) {
    return new Conditions.Term(false, token, null);
  }

  private static Conditions.Term etag(String etag) {
    return new Conditions.Term(false, null, etag);
  }

  private static Conditions.Term not(Conditions.Term term) {
    return new Conditions.Term(true, term.token(), term.etag());
  }

  private static void stale(Conditions conditions, Folder folder) {
    refused(() -> conditions.check("lettre.docx", folder), Refusal.Kind.STALE);
  }

  private static void allowed(Runnable attempt) {
    assertThatCode(attempt::run).doesNotThrowAnyException();
  }

  private static void refused(Runnable attempt, Refusal.Kind kind) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(kind));
  }
}
