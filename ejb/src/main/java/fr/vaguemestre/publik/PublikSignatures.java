package fr.vaguemestre.publik;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.AgentPrincipal;
import fr.vaguemestre.access.Credentials.Attempt;
import fr.vaguemestre.access.Credentials.Verdict;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.signing.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Who signed an address: the machine account, of the host's town or of any, whose key fits. A
 * signature serves once, whichever node it comes to: its nonce is a row that only one can write.
 * Nor does it serve once in each town, where the same portal has the same key in several: it is
 * spent in all of them at once.
 */
@ApplicationScoped
public class PublikSignatures {
  private static final Logger LOG = Logger.getLogger(PublikSignatures.class.getName());

  /** In how many towns the same portal may have a key. */
  private static final int MOST_TRIED = 20;

  private static final Comparator<Holder> BY_TOWN =
      Comparator.comparingInt(Holder::tenant).thenComparingLong(Holder::client);

  @Inject OwnerDatabase owner;
  @Inject Sealing sealing;
  @Inject Clock clock;

  record Holder(
      int tenant,
      boolean active,
      String host,
      long client,
      AgentPrincipal principal,
      Sealing.Sealed sealed) {
    boolean of(String wanted) {
      return wanted.equalsIgnoreCase(host);
    }
  }

  Attempt attempt(String rawQuery, String host) {
    var query = SignedQuery.of(rawQuery).filter(q -> q.fresh(clock.instant()));
    if (query.isEmpty()) {
      return refused("malformed or out of its window");
    }
    var holders = holders(query.get().orig(), host);
    var signers = holders.stream().filter(h -> fits(query.get(), h)).toList();
    boolean ofHost = holders.stream().anyMatch(h -> h.of(host));
    var fitting = signers.stream().filter(h -> !ofHost || h.of(host)).toList();
    if (fitting.size() > 1) {
      return new Attempt(Verdict.WHICH_TOWN, Optional.empty());
    }
    if (fitting.isEmpty()) {
      return refused("signed with no key of that origin");
    }
    var holder = fitting.getFirst();
    if (!holder.active()) {
      return new Attempt(Verdict.SUSPENDED, Optional.empty());
    }
    return spend(signers, query.get().nonce())
        ? new Attempt(Verdict.ACCEPTED, Optional.of(holder.principal()))
        : refused("its nonce was spent");
  }

  /** Whether the nonce was still to be spent, wherever this key fits; all write in one order. */
  private boolean spend(List<Holder> signers, String nonce) {
    var rows = sql("insert into publik_nonce (tenant_id, client_id, nonce, spent_at) values");
    var comma = "";
    for (var signer : signers.stream().sorted(BY_TOWN).toList()) {
      rows.add(comma + "(?, ?, ?, ?)", signer.tenant(), signer.client(), nonce, clock.instant());
      comma = ", ";
    }
    return owner.update(rows.add("on conflict do nothing")) == signers.size();
  }

  private List<Holder> holders(String orig, String host) {
    return owner.list(
        sql(
            """
                select k.*, a.id as agent, a.login, a.credential_version, t.active as town_active, t.host_name
                  from publik_key k
                  join api_client c on c.tenant_id = k.tenant_id and c.id = k.client_id and c.active
                   and (c.expires_at is null or c.expires_at > ?)
                  join agent a on a.tenant_id = c.tenant_id and a.id = c.agent_id and a.active
                  join tenant t on t.id = k.tenant_id and t.founded_at is not null
                 where k.orig = ?
                 order by case when lower(t.host_name) = lower(?) then 0 else 1 end, k.tenant_id limit ?
                """,
            clock.instant(),
            orig,
            host,
            MOST_TRIED),
        PublikSignatures::holder);
  }

  /** A key that cannot be opened fits nothing; the log says which. */
  private boolean fits(SignedQuery query, Holder holder) {
    try {
      return query.signedWith(
          sealing.open(holder.sealed(), PublikKeys.about(holder.tenant(), holder.client())));
    } catch (Refusal shut) {
      return false;
    }
  }

  private static Attempt refused(String why) {
    LOG.info(() -> "a signed address was refused: " + why);
    return new Attempt(Verdict.REFUSED, Optional.empty());
  }

  private static Holder holder(Row row) {
    int tenant = (int) row.number("tenant_id");
    return new Holder(
        tenant,
        row.flag("town_active"),
        row.text("host_name"),
        row.number("client_id"),
        new AgentPrincipal(
            tenant, row.number("agent"), row.text("login"), (int) row.number("credential_version")),
        PublikKeys.sealed(row));
  }
}
