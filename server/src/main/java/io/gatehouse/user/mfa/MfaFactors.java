package io.gatehouse.user.mfa;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminAudit;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The factors of people, as administrators see and make them. */
@Singleton
class MfaFactors {
  private final MfaFactorStore store;
  private final Users users;
  private final AdminAudit audit;
  private final Db db;
  private final InstantSource clock;

  MfaFactors(MfaFactorStore store, Users users, AdminAudit audit, Db db, InstantSource clock) {
    this.store = store;
    this.users = users;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  List<MfaFactor> list(TenantId tenant, String userId) {
    person(tenant, userId);
    return store.list(tenant, userId);
  }

  /**
   * An authenticator app for somebody.
   *
   * @param issuer what the app calls the site
   */
  NewFactor addTotp(
      TenantId tenant, Actor actor, String userId, @Nullable String given, String issuer) {
    User user = person(tenant, userId);
    if (store.has(tenant, userId, FactorType.Totp)) {
      throw UserError.TOTP_IN_USE.exception();
    }
    if (given != null && !TotpSecret.isValid(given)) {
      throw UserError.TOTP_SECRET_INVALID.exception();
    }
    String secret = given == null ? TotpSecret.fresh() : given;
    try {
      changing(
          tenant,
          actor,
          change(userId, "created", FactorType.Totp),
          () ->
              store.insertTotp(
                  tenant,
                  userId,
                  new MfaFactorStore.Totp(Ids.standardId(), secret),
                  null,
                  clock.instant()));
    } catch (DbException.Unique e) {
      throw UserError.TOTP_IN_USE.exception();
    }
    return new NewFactor.Totp(secret, QrPicture.url(TotpSecret.uri(secret, issuer, user)));
  }

  /** A set of backup codes for somebody, in the place of one that is used up. */
  NewFactor addBackupCodes(
      TenantId tenant, Actor actor, String userId, @Nullable List<String> given) {
    person(tenant, userId);
    List<MfaFactor> factors = store.list(tenant, userId);
    if (factors.stream().anyMatch(factor -> isUnused(factor))) {
      throw UserError.BACKUP_CODE_IN_USE.exception();
    }
    if (factors.stream().allMatch(factor -> factor.type() == FactorType.BackupCode)) {
      throw UserError.BACKUP_CODE_ALONE.exception();
    }
    if (given != null && !BackupCodes.areValid(given)) {
      throw UserError.WRONG_BACKUP_CODE_FORMAT.exception();
    }
    List<String> codes = given == null ? BackupCodes.fresh() : given;
    try {
      changing(
          tenant,
          actor,
          change(userId, "created", FactorType.BackupCode),
          () -> {
            store.deleteUsedUp(tenant, userId);
            store.insertBackupCodes(tenant, Ids.standardId(), userId, codes, clock.instant());
            return true;
          });
    } catch (DbException.Unique e) {
      throw UserError.BACKUP_CODE_IN_USE.exception();
    }
    return new NewFactor.BackupCodes(codes);
  }

  void delete(TenantId tenant, Actor actor, String userId, String factorId) {
    person(tenant, userId);
    changing(
        tenant,
        actor,
        new AdminChange("user.mfa.deleted", "user", userId, Map.of("id", factorId), null),
        () -> {
          if (!store.delete(tenant, userId, factorId)) {
            throw EntityError.NOT_FOUND.exception();
          }
          return true;
        });
  }

  private User person(TenantId tenant, String userId) {
    return users.get(tenant, userId);
  }

  private <T> T changing(TenantId tenant, Actor actor, AdminChange change, Supplier<T> work) {
    return db.transaction(
        tenant,
        () -> {
          T result = work.get();
          audit.record(tenant, actor, change);
          return result;
        });
  }

  private static boolean isUnused(MfaFactor factor) {
    Integer left = factor.remainCodes();
    return factor.type() == FactorType.BackupCode && left != null && left > 0;
  }

  private static AdminChange change(String userId, String verb, FactorType type) {
    return new AdminChange("user.mfa." + verb, "user", userId, null, Map.of("type", type));
  }
}
