package io.gatehouse.oidc.device;

import io.gatehouse.guard.Attempt;
import io.gatehouse.guard.Lockout;
import io.gatehouse.guard.LockoutPolicy;
import io.gatehouse.oidc.client.AskableScopes;
import io.gatehouse.oidc.client.AuthorizationDetails;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.Clients;
import io.gatehouse.oidc.client.TargetResources;
import io.gatehouse.oidc.device.DeviceAuthorizationStore.Begun;
import io.gatehouse.oidc.device.DeviceAuthorizationStore.Known;
import io.gatehouse.oidc.par.OwnRequests;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.protocol.UserCode;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The devices that wait to be connected. */
@Singleton
class DeviceAuthorizations {
  /** Everything else of a device's request says how it proved who it is. */
  private static final List<String> KEPT =
      List.of(
          "scope",
          "resource",
          "organization_id",
          "ui_locales",
          "login_hint",
          "acr_values",
          AuthorizationDetails.NAME);

  /** How long the codes of a device work. */
  static final Duration LIFE = Duration.ofMinutes(10);

  /** How long a device waits between two questions. */
  static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Two codes in use at once are the same about never; a few attempts are enough. */
  private static final int ATTEMPTS = 3;

  private final DeviceAuthorizationStore store;
  private final AskableScopes askable;
  private final TargetResources targets;
  private final AuthorizationDetails details;
  private final OwnRequests requests;
  private final Lockout lockout;
  private final InstantSource clock;

  DeviceAuthorizations(
      DeviceAuthorizationStore store,
      AskableScopes askable,
      TargetResources targets,
      AuthorizationDetails details,
      OwnRequests requests,
      Lockout lockout,
      InstantSource clock) {
    this.store = store;
    this.askable = askable;
    this.targets = targets;
    this.details = details;
    this.requests = requests;
    this.lockout = lockout;
    this.clock = clock;
  }

  /** The codes of a device; both are told only here. */
  record Codes(String deviceCode, UserCode userCode) {}

  /** The browser that somebody types into: its secret, and where it is. */
  record Browser(String secret, @Nullable String ip) {}

  /**
   * Begins to wait.
   *
   * @throws OAuthException unauthorized_client, invalid_scope, invalid_target,
   *     invalid_authorization_details
   */
  Codes begin(Tenant tenant, Client client, Parameters parameters) {
    if (!client.mayUseDeviceCode()) {
      throw OAuthError.UNAUTHORIZED_CLIENT.because("this client may not use the device flow");
    }
    Scopes asked = Scopes.parse(parameters.get("scope"));
    Scopes beyond = askable.beyond(tenant, client, asked);
    if (!beyond.isEmpty()) {
      throw new OAuthException(
          OAuthError.INVALID_SCOPE, "requested scope is not allowed", 400, beyond.toString());
    }
    targets.resolve(tenant, parameters.all("resource"));
    details.read(tenant, client, parameters.get(AuthorizationDetails.NAME));
    String deviceCode = Ids.token();
    Instant now = clock.instant();
    for (int attempt = 1; ; attempt++) {
      UserCode userCode = new UserCode(Ids.letters(UserCode.ALPHABET, UserCode.LENGTH));
      try {
        store.insert(
            tenant.id(),
            new Begun(
                deviceCode,
                userCode,
                client.id(),
                OwnRequests.kept(parameters, KEPT),
                now,
                now.plus(LIFE),
                INTERVAL));
        return new Codes(deviceCode, userCode);
      } catch (DbException.Unique taken) {
        if (attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  /** The device that shows this code. Whoever tries many is stopped [RFC 8628 §5.1]. */
  Known find(Tenant tenant, @Nullable String typed, Browser browser) {
    if (typed == null || typed.isBlank()) {
      throw DeviceError.CODE_MISSING.exception();
    }
    return lockout.guard(
        tenant.id(),
        new Attempt(Attempt.Pool.USER_CODE, "device", browser.secret(), browser.ip()),
        LockoutPolicy.STANDARD,
        () -> known(tenant, typed));
  }

  private Known known(Tenant tenant, String typed) {
    Known known =
        UserCode.parse(typed)
            .flatMap(code -> store.find(tenant.id(), code, clock.instant()))
            .orElseThrow(DeviceError.CODE_UNKNOWN::exception);
    if (known.expired()) {
      throw DeviceError.CODE_EXPIRED.exception();
    }
    if (known.decided()) {
      throw DeviceError.CODE_USED.exception();
    }
    return known;
  }

  /** The person has said that it is their device: from now on only this browser connects it. */
  void bind(Tenant tenant, Known known, Browser browser) {
    if (!store.bind(tenant.id(), known.userCode(), browser.secret(), clock.instant())) {
      throw DeviceError.CODE_USED.exception();
    }
  }

  /** Where the browser signs in for it. */
  String signIn(Tenant tenant, Known known) {
    return requests.begin(
        tenant,
        new OwnRequests.Own(
            known.clientId(),
            tenant.url(Clients.DEVICE_RETURN),
            known.userCode().toString(),
            known.request(),
            Map.of()));
  }

  /** The person has signed in and consented: the code of that connects the device. */
  boolean connect(Tenant tenant, UserCode userCode, Browser browser, String code) {
    return store.connect(
        tenant.id(),
        userCode,
        browser.secret(),
        new DeviceAuthorizationStore.Granted(code, tenant.url(Clients.DEVICE_RETURN)),
        clock.instant());
  }

  /** The person does not want it. */
  void deny(Tenant tenant, UserCode userCode, Browser browser) {
    store.deny(tenant.id(), userCode, browser.secret(), clock.instant());
  }
}
