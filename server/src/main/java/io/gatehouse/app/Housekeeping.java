package io.gatehouse.app;

import io.gatehouse.platform.job.Expiring;
import io.gatehouse.platform.job.Sweep;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What the server clears away by itself, and how long after its end. */
@Singleton
final class Housekeeping {
  /** Children before parents, so that no deletion cascades far. */
  static final Sweep SWEEP =
      new Sweep(
          List.of(
              new Expiring("authorization_codes", Duration.ofHours(1)),
              new Expiring("device_authorizations", Duration.ofHours(1)),
              new Expiring("backchannel_requests", Duration.ofHours(1)),
              new Expiring("access_tokens", Duration.ofHours(1)),
              new Expiring("refresh_tokens", Duration.ofHours(1)),
              new Expiring("grants", Duration.ofDays(2)),
              new Expiring("sessions", Duration.ofDays(1)),
              new Expiring("logout_notices", Duration.ZERO),
              new Expiring("interactions", Duration.ofHours(1)),
              new Expiring("pushed_requests", Duration.ofHours(1)),
              new Expiring("saml_application_sessions", Duration.ofHours(1)),
              new Expiring("shown_once", Duration.ZERO),
              new Expiring("used_assertions", Duration.ZERO),
              new Expiring("verification_codes", Duration.ofDays(1)),
              new Expiring("trusted_devices", Duration.ofDays(1)),
              new Expiring("passkey_challenges", Duration.ZERO),
              new Expiring("subject_tokens", Duration.ofDays(1)),
              new Expiring("me_proofs", Duration.ofHours(1)),
              new Expiring("me_trips", Duration.ZERO),
              new Expiring("account_verifications", Duration.ZERO),
              new Expiring("social_authn_requests", Duration.ofHours(1)),
              new Expiring("sso_authn_requests", Duration.ofHours(1)),
              new Expiring("sso_arrivals", Duration.ofHours(1)),
              new Expiring("lockouts", Duration.ZERO),
              new Expiring("network_failures", Duration.ZERO),
              new Expiring("message_sends", Duration.ZERO),
              new Expiring("registration_attempts", Duration.ZERO),
              new Expiring("initial_access_tokens", Duration.ofDays(30)),
              new Expiring("one_time_tokens", Duration.ofDays(90)),
              new Expiring("sign_in_previews", Duration.ZERO),
              new Expiring("hook_deliveries", Duration.ZERO)));

  @Produces
  @Singleton
  static Sweep sweep() {
    return SWEEP;
  }
}
