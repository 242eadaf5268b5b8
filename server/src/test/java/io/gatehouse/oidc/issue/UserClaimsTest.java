package io.gatehouse.oidc.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.protocol.Spec;
import io.gatehouse.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserClaimsTest {
  private static final UserClaims.Style ALL = new UserClaims.Style(null, false);
  private static final Instant MADE = Instant.ofEpochMilli(1_700_000_000_123L);

  @Test
  void withoutAScopeThereIsNothingToTell() {
    assertEquals(Map.of(), UserClaims.of(person("r"), Scopes.parse("openid"), ALL));
  }

  @Test
  @Spec("OpenID Connect Core §5.4")
  void profileTellsWhatIsKeptAndTheUsernameWhereNothingIsPreferred() {
    Map<String, @Nullable Object> claims = claims("profile", ALL);
    assertEquals("Ann Lee", claims.get("name"));
    assertEquals("\"Lee\"", String.valueOf(claims.get("family_name")));
    assertFalse(claims.containsKey("given_name"), "what is not known is left out");
    assertEquals("ann", claims.get("preferred_username"));
    assertEquals("ann", claims.get("username"));
    assertTrue(claims.containsKey("picture") && claims.get("picture") == null);
    assertEquals(MADE.toEpochMilli(), claims.get("created_at"));
    assertFalse(claims.containsKey("email"));
  }

  @Test
  @Spec("OpenID Connect Core §5.1")
  void strictClientsGetSecondsAndNoNulls() {
    Map<String, @Nullable Object> claims =
        claims("profile phone", new UserClaims.Style(null, true));
    assertEquals(MADE.getEpochSecond(), claims.get("updated_at"));
    assertFalse(claims.containsKey("picture"));
    assertFalse(claims.containsKey("phone_number"));
    assertEquals(false, claims.get("phone_number_verified"));
  }

  @Test
  @Spec("OpenID Connect Core §5.4")
  void addressEmailAndPhoneHaveScopesOfTheirOwn() {
    Map<String, @Nullable Object> claims = claims("email phone address", ALL);
    assertEquals("ann@example.org", claims.get("email"));
    assertEquals(true, claims.get("email_verified"));
    assertEquals(false, claims.get("phone_number_verified"));
    assertEquals("{\"country\":\"NZ\"}", String.valueOf(claims.get("address")));
    assertFalse(claims.containsKey("name"));
  }

  @Test
  void claimsBeyondTheStandardAreToldWhereTheTenantWantsThem() {
    Map<String, @Nullable Object> all = claims("roles custom_data identities", ALL);
    assertEquals(List.of("editor"), all.get("roles"));
    assertTrue(all.containsKey("custom_data"));
    assertTrue(all.containsKey("identities") && all.containsKey("sso_identities"));
    Map<String, @Nullable Object> some =
        claims("roles custom_data identities", new UserClaims.Style(Set.of("roles"), false));
    assertEquals(Set.of("roles"), some.keySet());
  }

  private static Map<String, @Nullable Object> claims(String scope, UserClaims.Style style) {
    return UserClaims.of(person("editor"), Scopes.parse(scope), style);
  }

  private static Person person(String role) {
    return new Person(ann(), List.of(role), Memberships.NONE);
  }

  private static User ann() {
    ObjectNode profile = JsonCodec.object().put("familyName", "Lee");
    profile.putObject("address").put("country", "NZ");
    return new User(
        "ann",
        "ann",
        "ann@example.org",
        null,
        "Ann Lee",
        null,
        JsonCodec.object(),
        profile,
        Map.of(),
        null,
        null,
        false,
        true,
        null,
        MADE,
        MADE);
  }
}
