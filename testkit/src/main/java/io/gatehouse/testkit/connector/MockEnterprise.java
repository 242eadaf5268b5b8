package io.gatehouse.testkit.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.signon.EnterprisePerson;
import io.gatehouse.enterprise.signon.OpenIdArrival;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * An enterprise's provider without a page: a callback that holds {@code sub} is the set of claims
 * itself, and the tokens are its {@code tokenResponse}. Any other callback goes to the provider.
 */
@Decorator
@Priority(1)
class MockEnterprise implements OpenIdArrival {
  private static final Map<String, String> NAMES =
      Map.of("phone", "phone_number", "phone_verified", "phone_number_verified");

  @Inject @Any @Delegate OpenIdArrival provider;

  @Override
  public EnterprisePerson arrive(
      ProviderConfig.OpenId config, Map<String, String> remembered, ObjectNode data) {
    if (!data.has("sub")) {
      return provider.arrive(config, remembered, data);
    }
    ObjectNode claims = data.deepCopy();
    JsonNode tokens = claims.remove("tokenResponse");
    NAMES.forEach((ours, standard) -> {
      if (claims.has(ours)) {
        claims.set(standard, claims.remove(ours));
      }
    });
    TokenSet handed =
        tokens == null ? null : Fields.read(tokens, ConnectorError.INVALID_RESPONSE, Mock::tokens);
    return EnterprisePerson.ofClaims(
        config.issuer(), claims, Boolean.TRUE.equals(config.trustUnverifiedEmail()), handed);
  }
}
