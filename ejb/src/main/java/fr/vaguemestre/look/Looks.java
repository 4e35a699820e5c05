package fr.vaguemestre.look;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.storage.ContentStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A town's logo and colour: chosen by its administrator, shown to whoever comes to it. */
@Stateless
public class Looks {
  @Inject OwnerDatabase owner;
  @Inject ContentStore store;
  @Inject Journal journal;

  /** Open to all: a login page shows it before anybody is known. */
  public Look of(int tenant) {
    return owner
        .list(
            sql("select colour, logo_sha256 from tenant where id = ?", tenant),
            row -> new Look(row.text("colour"), row.text("logo_sha256")))
        .stream()
        .findFirst()
        .orElse(Look.USUAL);
  }

  /**
   * @param colour {@code #rrggbb}; null or blank for the usual one
   * @throws Refusal on {@code colour} when it is none, or words on it could not be read (WCAG AA)
   */
  public void colour(Reader reader, String colour) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    var wished =
        colour == null || colour.isBlank() ? null : colour.strip().toLowerCase(Locale.ROOT);
    if (wished != null) {
      if (!wished.matches("#[0-9a-f]{6}")) {
        throw Refusal.field("colour", "look.colour-format");
      }
      if (!Contrast.readable(wished)) {
        throw Refusal.field("colour", "look.contrast");
      }
    }
    journal.administration(reader, "CHANGE_COLOUR", wished == null ? "-" : wished);
    owner.update(sql("update tenant set colour = ? where id = ?", wished, reader.tenant()));
  }

  /**
   * Keeps a logo, in the place of the one before.
   *
   * @param given a PNG or JPEG of 1 MB and 2,500 pixels a side at most
   * @throws Refusal on {@code logo}
   */
  public void logo(Reader reader, byte[] given) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    try {
      var kept =
          store.put(reader.tenant(), new ByteArrayInputStream(Logo.png(given)), Logo.MOST_BYTES);
      change(reader, kept.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void withoutLogo(Reader reader) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    change(reader, null);
  }

  private void change(Reader reader, String logo) {
    journal.administration(reader, "CHANGE_LOGO", logo == null ? "-" : logo.substring(0, 12));
    owner.update(sql("update tenant set logo_sha256 = ? where id = ?", logo, reader.tenant()));
  }
}
