package io.gatehouse.connectors.azuread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Loopback;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.connectors.client.IssuedTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose addresses are believed; the rest is the recorded trip's. */
class AzureAdTest {
  private static final IssuedTokens OWN = new IssuedTokens();

  private final StandIn provider =
      new StandIn()
          .json("/common/discovery/v2.0/keys", OWN.jwks())
          .json("/v1.0/me", "{\"id\":\"1\",\"mail\":\"victim@example.com\"}");

  @AfterEach
  void stop() {
    provider.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'tid':'7e0f' | ",
        "'tid':'7e0f','xms_edov':false | ",
        "'tid':'7e0f','xms_edov':'0' | ",
        "'tid':'7e0f','xms_edov':true | ada@example.com",
        "'tid':'7e0f','xms_edov':'1' | ada@example.com",
        "'tid':'9188040d-6c67-4c5b-b112-36a304b66dad' | ada@example.com",
      })
  void whereAnybodyMayComeOnlyMicrosoftVouchesForAddresses(String claims, String expected) {
    assertEquals(expected, signIn("common", token("me", claims)).email());
  }

  @Test
  void withoutAnIdTokenNobodyVouches() {
    assertNull(signIn("organizations", null).email());
  }

  @Test
  void ofOneOrganizationItsAdministratorsVouch() {
    assertEquals("victim@example.com", signIn("7e0f", null).email());
    assertEquals("victim@example.com", signIn("consumers", null).email());
  }

  @Test
  void anIdTokenForAnotherApplicationIsRefused() {
    var failure =
        assertThrows(
            ConnectorException.class, () -> signIn("common", token("other", "'xms_edov':true")));
    assertEquals("connector.social_invalid_id_token", failure.code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'tenantId':'../evil'",
        "'tenantId':''",
        "'cloudInstance':'nowhere'",
        "'prompts':['select']"
      })
  void faultsOfTheConfigurationAreRefused(String fault) {
    JsonNode config =
        SocialTrip.json("{'clientId':'me','clientSecret':'s','tenantId':'7e0f'," + fault + "}");
    assertThrows(ConnectorException.class, () -> new AzureAd().check(config));
  }

  private SocialUserInfo signIn(String tenant, @Nullable String idToken) {
    ObjectNode tokens = (ObjectNode) SocialTrip.json("{'access_token':'at','token_type':'Bearer'}");
    provider.json("/" + tenant + "/oauth2/v2.0/token", tokens.put("id_token", idToken).toString());
    String config = "{'clientId':'me','clientSecret':'s','tenantId':'" + tenant + "'}";
    return new SocialTrip(new AzureAd(), config, provider.outside()).signIn().user();
  }

  private static String token(String audience, String more) {
    var claims = (ObjectNode) SocialTrip.json("{'email':'ada@example.com'," + more + "}");
    claims.put("aud", audience).put("exp", Loopback.NOW.getEpochSecond() + 60);
    return OWN.rs256(claims);
  }
}
