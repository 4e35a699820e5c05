package fr.vaguemestre.installation;

import fr.vaguemestre.access.PasswordRule;
import fr.vaguemestre.access.RandomPassword;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;

/**
 * What the platform's administrator does to the towns of this instance (ORG7), each act journalled
 * in the platform's own town. Nothing here reads a letter of theirs.
 */
@Stateless
public class Towns {
  @Inject Tenants tenants;
  @Inject Foundings foundings;
  @Inject Journal journal;

  /** {@code password} is the administrator's when it was made here: shown once. */
  public record Created(Tenant town, Optional<String> password) {}

  public List<Tenant> list(Reader reader) {
    reader.need(Right.ADMIN_PLATFORM, null);
    return tenants.everyOne();
  }

  /**
   * Founds a town and opens it once all it starts with is there and the act is journalled: cut
   * short before, it stays closed, and asking again completes it.
   *
   * @param password the administrator's; null for a random one
   * @throws Refusal on {@code code} or {@code hostName} when another town has it, on {@code
   *     password} when the rule says no
   */
  public Created create(Reader reader, @Valid Founding wish, String password) {
    reader.need(Right.ADMIN_PLATFORM, null);
    refuseTaken(wish);
    if (password != null) {
      PasswordRule.check(password, wish.adminLogin());
    }
    var random = password == null ? Optional.of(RandomPassword.make()) : Optional.<String>empty();
    var town = foundings.prepare(wish, random.orElse(password).toCharArray());
    journal.administration(reader, "CREATE_TOWN", town.code());
    tenants.open(town.id());
    return new Created(town, random);
  }

  /** From the next request on, nobody of the town gets in, and nothing works for it. */
  public void suspend(Reader reader, String code) {
    var town = founded(reader, code);
    if (town.platform()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "installation.own-town");
    }
    journal.administration(reader, "SUSPEND_TOWN", town.code());
    tenants.activate(town.id(), false);
  }

  public void resume(Reader reader, String code) {
    var town = founded(reader, code);
    if (town.leaving()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "installation.leaving", town.name());
    }
    journal.administration(reader, "RESUME_TOWN", town.code());
    tenants.activate(town.id(), true);
  }

  private Tenant founded(Reader reader, String code) {
    reader.need(Right.ADMIN_PLATFORM, null);
    return tenants.byCode(code).filter(Tenant::founded).orElseThrow(Refusal::notFound);
  }

  private void refuseTaken(Founding wish) {
    if (tenants.byCode(wish.code()).filter(Tenant::founded).isPresent()) {
      throw Refusal.field("code", "installation.code-taken", wish.code());
    }
    if (wish.hostName() != null
        && tenants
            .byHostName(wish.hostName())
            .filter(t -> !t.code().equals(wish.code()))
            .isPresent()) {
      throw Refusal.field("hostName", "installation.host-taken", wish.hostName());
    }
  }
}
