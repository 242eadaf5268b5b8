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
import io.gatehouse.user.device.TrustedDevices;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The factors of people, as administrators and they themselves see and make them. */
@Singleton
public class MfaFactors {
  private final MfaFactorStore store;
  private final Users users;
  private final TrustedDevices devices;
  private final AdminAudit audit;
  private final Db db;
  private final InstantSource clock;

  MfaFactors(
      MfaFactorStore store,
      Users users,
      TrustedDevices devices,
      AdminAudit audit,
      Db db,
      InstantSource clock) {
    this.store = store;
    this.users = users;
    this.devices = devices;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  public List<MfaFactor> list(TenantId tenant, String userId) {
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
    insertTotp(tenant, actor, userId, secret, null);
    return new NewFactor.Totp(secret, QrPicture.url(TotpSecret.uri(secret, issuer, user)));
  }

  /**
   * An authenticator app that the person has set up.
   *
   * @param code what it shows; it does not count again
   */
  public void addTotp(TenantId tenant, Actor actor, String userId, Totp app) {
    if (store.has(tenant, userId, FactorType.Totp)) {
      throw UserError.TOTP_IN_USE.exception();
    }
    insertTotp(tenant, actor, userId, app.secret(), step(app));
  }

  /** The same in the place of the one before. */
  public void replaceTotp(TenantId tenant, Actor actor, String userId, Totp app) {
    Long step = step(app);
    db.transaction(
        tenant,
        () -> {
          store.deleteTotp(tenant, userId);
          devices.removeAll(tenant, userId);
          insertTotp(tenant, actor, userId, app.secret(), step);
        });
  }

  /**
   * An authenticator app as its owner has set it up.
   *
   * @param code what it shows, to prove that it works
   */
  public record Totp(String secret, @Nullable String code) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Totp";
    }
  }

  /** The time step of the code, which does not count again; null without a code. */
  private @Nullable Long step(Totp app) {
    if (!TotpSecret.isValid(app.secret())) {
      throw UserError.TOTP_SECRET_INVALID.exception();
    }
    if (app.code() == null) {
      return null;
    }
    OptionalLong step = TotpCode.step(app.secret(), app.code(), clock.instant());
    if (step.isEmpty()) {
      throw UserError.TOTP_CODE_INVALID.exception();
    }
    return step.getAsLong();
  }

  private void insertTotp(
      TenantId tenant, Actor actor, String userId, String secret, @Nullable Long step) {
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
                  step,
                  clock.instant()));
    } catch (DbException.Unique e) {
      throw UserError.TOTP_IN_USE.exception();
    }
  }

  /** All backup codes of the person, used ones too; none where there is no set. */
  public List<BackupCodes.Kept> codes(TenantId tenant, String userId) {
    return store.codes(tenant, userId);
  }

  /** Calls a passkey something else; false when the person has none of this id. */
  public boolean rename(TenantId tenant, Actor actor, String userId, String id, String name) {
    return changing(
        tenant,
        actor,
        new AdminChange("user.mfa.renamed", "user", userId, null, Map.of("id", id, "name", name)),
        () -> store.rename(tenant, userId, id, name));
  }

  /** A set of backup codes for somebody, in the place of one that is used up. */
  NewFactor addFreshBackupCodes(
      TenantId tenant, Actor actor, String userId, @Nullable List<String> given) {
    List<String> codes = given == null ? BackupCodes.fresh() : given;
    addBackupCodes(tenant, actor, userId, codes);
    return new NewFactor.BackupCodes(codes);
  }

  /** The same with codes that the person has. */
  public void addBackupCodes(TenantId tenant, Actor actor, String userId, List<String> codes) {
    person(tenant, userId);
    List<MfaFactor> factors = store.list(tenant, userId);
    if (factors.stream().anyMatch(factor -> isUnused(factor))) {
      throw UserError.BACKUP_CODE_IN_USE.exception();
    }
    if (factors.stream().allMatch(factor -> factor.type() == FactorType.BackupCode)) {
      throw UserError.BACKUP_CODE_ALONE.exception();
    }
    if (!BackupCodes.areValid(codes)) {
      throw UserError.WRONG_BACKUP_CODE_FORMAT.exception();
    }
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
  }

  /** Takes a factor away; what was proved with it in a browser no longer counts there. */
  public void delete(TenantId tenant, Actor actor, String userId, String factorId) {
    person(tenant, userId);
    changing(
        tenant,
        actor,
        new AdminChange("user.mfa.deleted", "user", userId, Map.of("id", factorId), null),
        () -> {
          FactorType gone =
              store.delete(tenant, userId, factorId).orElseThrow(EntityError.NOT_FOUND::exception);
          if (gone != FactorType.BackupCode) {
            devices.removeAll(tenant, userId);
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
