package io.gatehouse.user.mfa;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands with a second step, read together with the person.
 *
 * @param stored the kinds of factors that are kept; backup codes while one of them is unused
 * @param enabled whether they want one; null while they have not said so
 * @param skipped whether they have waved the offer away
 * @param suggestionSkipped whether they have waved away that of another factor
 * @param skippedOnSignIn whether they are let in without it
 * @param passkeySkipped whether they have waved away the offer of a passkey
 * @param demanded whether an organization of theirs asks for one
 */
public record SecondStep(
    Set<Factor> stored,
    @Nullable Boolean enabled,
    boolean skipped,
    boolean suggestionSkipped,
    boolean skippedOnSignIn,
    boolean passkeySkipped,
    boolean demanded) {

  /** The columns that {@link #read} reads, of a table of people called {@code u}. */
  public static final String COLUMNS =
      """
      u.settings as u_settings,
      array(select distinct f.type from user_mfa_factors f
        where f.tenant_id = u.tenant_id and f.user_id = u.id and (f.type <> 'BackupCode' or exists (
          select from user_backup_codes c
          where c.tenant_id = f.tenant_id and c.factor_id = f.id and c.used_at is null))) as u_factors,
      exists (select from organization_users m join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
        where m.tenant_id = u.tenant_id and m.user_id = u.id and o.is_mfa_required) as u_factor_demanded
      """;

  /** Of somebody who is not signing in, where nothing is read of it. */
  public static final SecondStep UNREAD =
      new SecondStep(Set.of(), null, false, false, false, false, false);

  public SecondStep {
    stored = Set.copyOf(stored);
  }

  /** From a row with {@link #COLUMNS}. */
  public static SecondStep read(Row row) throws SQLException {
    JsonNode settings = JsonCodec.tree(row.text("u_settings"));
    JsonNode mfa = settings.path("mfa");
    return new SecondStep(
        factors(row.texts("u_factors")),
        mfa.path("enabled").isBoolean() ? mfa.path("enabled").asBoolean() : null,
        mfa.path("skipped").asBoolean(),
        mfa.path("additionalBindingSuggestionSkipped").asBoolean(),
        mfa.path("skipMfaOnSignIn").asBoolean(),
        settings.path("passkeySignIn").path("skipped").asBoolean(),
        row.flag("u_factor_demanded"));
  }

  public boolean has(Factor factor) {
    return stored.contains(factor);
  }

  /** Whether the person does not want to be asked for it. */
  public boolean optedOut() {
    return skippedOnSignIn || Boolean.FALSE.equals(enabled);
  }

  private static Set<Factor> factors(List<String> types) {
    Set<Factor> factors = EnumSet.noneOf(Factor.class);
    types.forEach(type -> factors.add(FactorType.valueOf(type).factor()));
    return factors;
  }
}
