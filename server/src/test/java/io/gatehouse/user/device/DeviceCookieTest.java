package io.gatehouse.user.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeviceCookieTest {
  private static final Tenant SECURE =
      new Tenant(TenantId.DEFAULT, URI.create("https://id.example"));
  private static final Tenant LOCAL =
      new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001"));

  @Test
  @Spec("RFC 6265 §4.1.2")
  void overTlsItBelongsToThisHostAlone() {
    String header = DeviceCookie.header(SECURE, "ada", "secret", Duration.ofDays(1));
    assertTrue(header.startsWith("__Host-trusted_device_"), header);
    assertTrue(
        header.endsWith("=secret; path=/; max-age=86400; samesite=lax; httponly; secure"), header);
    assertFalse(DeviceCookie.header(LOCAL, "ada", "secret", Duration.ofDays(1)).contains("secure"));
    assertTrue(DeviceCookie.cleared(SECURE, "ada").contains("=; path=/; max-age=0;"));
  }

  @Test
  void eachPersonOfEachTenantHasTheirOwnAndItDoesNotTellWho() {
    String ada = DeviceCookie.name(LOCAL, "ada");
    assertNotEquals(ada, DeviceCookie.name(LOCAL, "bob"));
    assertNotEquals(ada, DeviceCookie.name(new Tenant(TenantId.ADMIN, LOCAL.endpoint()), "ada"));
    assertEquals(ada, DeviceCookie.name(LOCAL, "ada"));
    assertFalse(ada.contains("ada"));
    assertTrue(DeviceCookie.isOne(ada));
    assertTrue(DeviceCookie.isOne(DeviceCookie.name(SECURE, "ada")));
    assertFalse(DeviceCookie.isOne("_session"));
  }
}
