package io.gatehouse.application.registration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.application.protocol.GrantType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationPolicyTest {

  @Test
  void aTenantThatNeverSaidAnythingLetsNobodyIn() {
    RegistrationPolicy off = RegistrationPolicy.OFF;
    assertFalse(off.enabled());
    assertTrue(off.asksToken());
    assertTrue(off.asksConsent());
    assertTrue(off.allows(GrantType.AUTHORIZATION_CODE));
    assertFalse(off.allows(GrantType.CLIENT_CREDENTIALS));
    assertTrue(off.allowsResponse("code"));
    assertFalse(off.allowsResponse("id_token"));
  }

  @Test
  void hostsAreNamedOrStandForAllBelow() {
    RegistrationPolicy policy = hosts("App.example", "*.partners.example");
    assertTrue(policy.allowsHost("app.EXAMPLE"));
    assertTrue(policy.allowsHost("a.partners.example"));
    assertTrue(policy.allowsHost("a.b.partners.example"));
    assertFalse(policy.allowsHost("partners.example"));
    assertFalse(policy.allowsHost("evilpartners.example"));
    assertFalse(policy.allowsHost("a.app.example"));
    assertFalse(policy.allowsHost(null));
    assertTrue(hosts().allowsHost("anywhere.example"));
    assertTrue(hosts().allowsHost(null));
  }

  private static RegistrationPolicy hosts(String... hosts) {
    return new RegistrationPolicy(
        true, null, null, null, null, List.of(hosts), null, null, null, null);
  }
}
