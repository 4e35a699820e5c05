package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.contact.ContactsGone;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/**
 * Agents look for people by name: whoever is erased is not named by a search either. A recent one
 * goes; a kept one stays where its owner will look for it, emptied, its name saying so.
 */
@ApplicationScoped
public class SearchPersonalData implements PersonalData {
  @Inject Database database;

  private record Kept(long id, SearchedWords words) {}

  private record Recent(long agent, String sha256, SearchedWords words) {}

  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.elsewhere(
            "kept_search",
            "recherches gardées qui disent le nom, le courriel ou le téléphone d’une personne effacée : vidées, leur nom le dit à qui les garde",
            "name",
            "asked"),
        Holding.elsewhere(
            "kept_search_word", "mots de ces recherches : effacés avec elles", "word"),
        Holding.byHand(
            "recent_search",
            "recherches récentes qui disent le nom, le courriel ou le téléphone d’une personne effacée ; les autres après 89 jours",
            "asked"),
        Holding.byHand("recent_search_word", "mots de ces recherches", "word"));
  }

  /** In the transaction that erases them. */
  void forget(@Observes ContactsGone gone) {
    var keys = SearchedWords.keys(gone.people());
    if (keys.isEmpty()) {
      return;
    }
    kept(keys).stream()
        .filter(search -> gone.people().stream().anyMatch(search.words()::name))
        .forEach(search -> empty(search.id()));
    recent(keys).stream()
        .filter(search -> gone.people().stream().anyMatch(search.words()::name))
        .forEach(
            search ->
                database.update(
                    sql(
                        "delete from recent_search where agent_id = ? and asked_sha256 = ?",
                        search.agent(),
                        search.sha256())));
  }

  private List<Kept> kept(Set<String> keys) {
    return database.list(
        sql(
            """
            select s.id, s.name, s.asked from kept_search s where s.id in (select w.search_id from kept_search_word w where w.word = any(?))
             order by s.id for update
            """,
            keys),
        row ->
            new Kept(
                row.number("id"),
                SearchedWords.of(row.text("name"), Asked.parse(row.text("asked")))));
  }

  private List<Recent> recent(Set<String> keys) {
    return database.list(
        sql(
            """
            select s.agent_id, s.asked_sha256, s.asked from recent_search s
             where (s.agent_id, s.asked_sha256) in (select w.agent_id, w.asked_sha256 from recent_search_word w where w.word = any(?))
             order by s.agent_id, s.asked_sha256 for update
            """,
            keys),
        row ->
            new Recent(
                row.number("agent_id"),
                row.text("asked_sha256"),
                SearchedWords.of("", Asked.parse(row.text("asked")))));
  }

  private void empty(long search) {
    database.update(
        sql(
            "update kept_search set version = version + 1, name = ?, asked = '' where id = ?",
            "Recherche vidée : elle nommait une personne effacée (%d)".formatted(search),
            search));
    database.update(sql("delete from kept_search_word where search_id = ?", search));
  }
}
