package io.gatehouse.branding.accountcenter;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.branding.accountcenter.AccountCenter.ShownField;
import io.gatehouse.branding.profilefield.ProfileFields;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of the tenants' account centers. */
@Singleton
public class AccountCenters {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "account_centers";

  private final AccountCenterStore store;
  private final ProfileFields fields;
  private final AdminChanges changes;
  private final TenantCache<String, Optional<AccountCenter>> cache;

  AccountCenters(
      AccountCenterStore store,
      ProfileFields fields,
      AdminChanges changes,
      Invalidations invalidations) {
    this.store = store;
    this.fields = fields;
    this.changes = changes;
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /** The tenant's settings, from the cache. */
  public AccountCenter of(TenantId tenant) {
    return cache.get(tenant, "", () -> store.find(tenant)).orElseThrow(AccountCenters::missing);
  }

  AccountCenter change(TenantId tenant, Actor actor, AccountCenterPatch patch) {
    List<ShownField> wanted = patch.profileFields().value();
    if (wanted != null) {
      refuseRepeated(wanted);
    }
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    return changes
        .make(
            tenant,
            actor,
            TOPIC,
            () -> {
              AccountCenter before = store.lock(tenant).orElseThrow(AccountCenters::missing);
              List<ShownField> shown =
                  patch.profileFields().isSet() ? known(tenant, wanted) : before.profileFields();
              AccountCenter after = patch.applyTo(before, shown);
              store.update(after);
              return new Changed(before, after);
            },
            changed ->
                AdminChange.updated(
                    "account_center", changed.after().id(), changed.before(), changed.after()))
        .after();
  }

  private record Changed(AccountCenter before, AccountCenter after) {}

  /** Without names that no field has: they are dropped silently. */
  private @Nullable List<ShownField> known(TenantId tenant, @Nullable List<ShownField> wanted) {
    if (wanted == null) {
      return null;
    }
    Set<String> names = fields.names(tenant);
    return wanted.stream().filter(field -> names.contains(field.name())).toList();
  }

  private static void refuseRepeated(List<ShownField> wanted) {
    Set<String> seen = new HashSet<>();
    List<String> repeated =
        wanted.stream().map(ShownField::name).filter(name -> !seen.add(name)).distinct().toList();
    if (!repeated.isEmpty()) {
      throw RequestError.INVALID_INPUT.exception(
          Map.of("details", String.join(", ", repeated)), Map.of("duplicateNames", repeated));
    }
  }

  private static RequestException missing() {
    return EntityError.missing("account_centers", "default");
  }
}
