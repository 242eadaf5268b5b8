package io.gatehouse.connector.tokenset;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** The providers' tokens that are kept for people. */
@Singleton
public class TokenSets {
  private final TokenSetStore store;
  private final AdminChanges changes;

  TokenSets(TokenSetStore store, AdminChanges changes) {
    this.store = store;
    this.changes = changes;
  }

  /** Forgets the tokens; the person's identity at the provider stays. */
  void delete(TenantId tenant, Actor actor, String id) {
    changes.make(
        tenant,
        actor,
        "token_sets",
        AdminChange.done("token_set", id, "deleted"),
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }
}
