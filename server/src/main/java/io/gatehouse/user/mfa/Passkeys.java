package io.gatehouse.user.mfa;

import io.gatehouse.credential.passkey.Ceremonies;
import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.credential.passkey.PasskeyError;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.credential.passkey.RegistrationOptions;
import io.gatehouse.credential.passkey.RelyingParty;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The passkeys and security keys of people, as signing in needs them. */
@Singleton
public class Passkeys {
  private static final String NAMELESS = "Unnamed User";

  private final PasskeyStore store;
  private final Ceremonies ceremonies;
  private final InstantSource clock;

  Passkeys(PasskeyStore store, Ceremonies ceremonies, InstantSource clock) {
    this.store = store;
    this.ceremonies = ceremonies;
    this.clock = clock;
  }

  /** What to ask somebody's browser, so that it makes one for this site that they lack. */
  public RegistrationOptions make(TenantId tenant, RelyingParty site, User user) {
    return ceremonies.make(site, user.id(), name(user), of(tenant, user.id(), site.id()));
  }

  /**
   * Takes the one that was made; it is not yet anybody's.
   *
   * @param agent what the browser calls itself
   */
  public NewPasskey made(
      TenantId tenant,
      RelyingParty site,
      String challenge,
      RegistrationAnswer answer,
      @Nullable String agent) {
    Passkey passkey = ceremonies.made(site, challenge, answer);
    // Web Authentication §7.1: the credential is not yet registered for any user.
    if (find(tenant, site.id(), passkey.id()).isPresent()) {
      throw PasskeyError.NOT_VERIFIED.exception();
    }
    return new NewPasskey(passkey, site.id(), agent, null);
  }

  /** Somebody's passkeys of this site. */
  public List<Passkey> of(TenantId tenant, String userId, String relyingParty) {
    return store.of(tenant, userId, relyingParty).stream().map(OwnedPasskey::passkey).toList();
  }

  /** The passkey of this site that an authenticator calls so. */
  public Optional<OwnedPasskey> find(TenantId tenant, String relyingParty, String credentialId) {
    try {
      return store.find(tenant, relyingParty, credentialId);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /**
   * Writes down that it was used. An answer with the same count, or an older one, comes too late:
   * of two copies one gets in.
   */
  public void use(TenantId tenant, OwnedPasskey owned, Passkey.Use use) {
    if (!store.use(tenant, owned.id(), use, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
      throw PasskeyError.NOT_VERIFIED.exception();
    }
  }

  /** Makes it somebody's; belongs into the caller's transaction. */
  public void add(TenantId tenant, String userId, NewPasskey made) {
    try {
      store.insert(
          tenant, Ids.standardId(), userId, made, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DbException.Unique e) {
      throw PasskeyError.NOT_VERIFIED.exception(); // Somebody's already.
    }
  }

  /** What browsers and password managers call the person. */
  private static String name(User user) {
    return Stream.of(user.username(), user.primaryEmail(), user.primaryPhone(), user.name())
        .filter(text -> text != null && !text.isEmpty())
        .findFirst()
        .orElse(NAMELESS);
  }
}
