package fr.vaguemestre.consistency;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/**
 * Every content still has the bytes its address tells. A thirtieth of them is read each night, so
 * each is read once a month.
 */
@ApplicationScoped
public class StoredBytes implements Chore {
  /** Hexadecimal digits of an item's addresses: a 4096th of the contents. */
  private static final int DIGITS = 3;

  private static final int NIGHTS = 30;

  @Inject ContentStore store;
  @Inject Tenants tenants;
  @Inject Clock clock;

  @Override
  public String step() {
    return "consistency-bytes";
  }

  @Override
  public long size() {
    return tonight().size();
  }

  @Override
  public List<String> after(String key, int most) {
    return Beginnings.after(tonight(), key, most);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    int town = TenantContext.required();
    try {
      for (var beginning : keys) {
        for (var kept : store.under(town, beginning)) {
          check(town, kept.sha256(), findings);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(int town, String address, Findings findings) throws IOException {
    try (var bytes = store.open(town, address);
        var digest = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
      bytes.transferTo(digest);
      var found = HexFormat.of().formatHex(digest.getMessageDigest().digest());
      if (!found.equals(address)) {
        findings.found("content " + address, "damaged");
      }
    } catch (NoSuchFileException removedMeanwhile) {
      // it left with its letter
    }
  }

  /** A run that is resumed on another day goes on with that day’s. */
  private List<String> tonight() {
    long night = tenants.current().today(clock).toEpochDay() % NIGHTS;
    return Beginnings.all(DIGITS).stream()
        .filter(beginning -> Integer.parseInt(beginning, 16) % NIGHTS == night)
        .toList();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
