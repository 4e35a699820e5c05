package fr.vaguemestre.reply;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.extraction.ContentType;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/** The folders of replies in the database. */
@ApplicationScoped
public class FolderRows {
  static final Duration SCRATCH = Duration.ofDays(1);

  @Inject Database database;
  @Inject LockRows locks;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Until the end of the transaction nobody else changes this folder. */
  void hold(long letter) {
    var held =
        database.list(
            sql("select id from reply where correspondence_id = ? for update", letter),
            row -> row.number("id"));
    if (held.isEmpty()) {
      throw Refusal.notFound();
    }
  }

  /**
   * What the draft of a letter is called: the same whoever brought the last version under whatever
   * name, and plain enough for every word processor.
   */
  static String name(String chrono, String mediaType) {
    var plain =
        Normalizer.normalize(chrono, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9._-]", "-");
    return Stream.of(ContentType.values())
        .filter(type -> type.mediaType().equals(mediaType))
        .findFirst()
        .map(type -> "Reponse-" + plain + "." + type.extension())
        .orElseThrow();
  }

  /** The folder, with this version as its draft. */
  Folder read(Correspondence letter, ReplyVersion version) {
    var draft = name(letter.chrono(), version.mediaType());
    var at = version.createdAt();
    var entries = new TreeMap<String, FolderEntry>();
    entries.put("", FolderEntry.collection("", at));
    database
        .list(
            sql("select * from draft_entry where correspondence_id = ?", letter.id()),
            FolderRows::entry)
        .forEach(entry -> entries.put(entry.path(), entry));
    entries.put(
        draft,
        new FolderEntry(draft, version.mediaType(), version.sha256(), version.size(), at, at));
    return new Folder(
        draft, entries, properties(letter.id()), locks.of(letter.id()), tenants.current().zone());
  }

  void put(long letter, FolderEntry entry) {
    database.update(
        sql(
            """
            insert into draft_entry (correspondence_id, path, sha256, size_bytes, created_at, modified_at) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, correspondence_id, path) do update
              set sha256 = excluded.sha256, size_bytes = excluded.size_bytes, modified_at = excluded.modified_at
            """,
            letter,
            entry.path(),
            entry.sha256(),
            entry.size(),
            entry.createdAt(),
            entry.modifiedAt()));
  }

  /** Removes what lies at a path and below, with its properties. */
  void remove(long letter, String path) {
    for (var table : List.of("draft_entry", "draft_property")) {
      database.update(sql("delete from " + table + " where").add(tree(letter, path)));
    }
  }

  void set(long letter, String path, QName name, String value) {
    unset(letter, path, name);
    database.update(
        sql(
            "insert into draft_property (correspondence_id, path, namespace, name, value) values (?, ?, ?, ?, ?)",
            letter,
            path,
            name.getNamespaceURI(),
            name.getLocalPart(),
            value));
  }

  void unset(long letter, String path, QName name) {
    database.update(
        sql(
            "delete from draft_property where correspondence_id = ? and path = ? and namespace = ? and name = ?",
            letter,
            path,
            name.getNamespaceURI(),
            name.getLocalPart()));
  }

  /** Removes what has been left beside a draft for a day. */
  void sweep(long letter) {
    database
        .list(
            sql(
                "select path from draft_entry where correspondence_id = ? and modified_at < ?",
                letter,
                clock.instant().minus(SCRATCH)),
            row -> row.text("path"))
        .forEach(path -> remove(letter, path));
  }

  /** What lies at a path of a letter and below. */
  static Statement tree(long letter, String path) {
    return sql(
        "correspondence_id = ? and (path = ? or left(path, ?) = ?)",
        letter,
        path,
        path.length() + 1,
        path + "/");
  }

  private static FolderEntry entry(Row row) {
    var path = row.text("path");
    var sha256 = row.text("sha256");
    return sha256 == null
        ? FolderEntry.collection(path, row.instant("created_at"))
        : FolderEntry.file(
            path,
            sha256,
            row.number("size_bytes"),
            row.instant("created_at"),
            row.instant("modified_at"));
  }

  private Map<String, Map<QName, String>> properties(long letter) {
    var found = new HashMap<String, Map<QName, String>>();
    database.list(
        sql("select * from draft_property where correspondence_id = ?", letter),
        row ->
            found
                .computeIfAbsent(row.text("path"), path -> new HashMap<>())
                .put(new QName(row.text("namespace"), row.text("name")), row.text("value")));
    return found;
  }
}
