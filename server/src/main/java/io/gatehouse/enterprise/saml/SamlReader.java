package io.gatehouse.enterprise.saml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.provider.SamlProviders;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.signon.Expectation;
import io.gatehouse.platform.saml.signon.IdentityProvider;
import io.gatehouse.platform.saml.signon.SamlAssertion;
import io.gatehouse.platform.saml.signon.SamlResponse;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads who a provider says that somebody is, or ends the request with why that is not believed.
 */
@Singleton
class SamlReader {
  private final SamlProviders providers;
  private final InstantSource clock;

  SamlReader(SamlProviders providers, InstantSource clock) {
    this.providers = providers;
    this.clock = clock;
  }

  /**
   * What a provider has said.
   *
   * @param end from when on it says so no longer
   */
  record Said(SamlPerson person, Instant end) {}

  /**
   * Reads a response.
   *
   * @param requestId the request that it must answer; none where nobody asked
   */
  Said read(
      Tenant tenant,
      SsoConnector connector,
      ProviderConfig.Saml config,
      @Nullable String requestId,
      String response) {
    IdentityProvider provider = providers.of(config);
    Expectation expected =
        new Expectation(
            provider,
            SamlProviders.us(tenant.endpoint(), connector.id()),
            requestId,
            SamlTimes.SKEW);
    try {
      SamlAssertion assertion = new SamlResponse(expected).read(response, clock.instant());
      return new Said(
          SamlPerson.of(provider.entityId(), assertion, config.attributeMapping()),
          assertion.end());
    } catch (SamlException refused) {
      throw refusal(String.valueOf(refused.getMessage()));
    }
  }

  static ConnectorException refusal(String why) {
    ObjectNode data =
        JsonCodec.object()
            .put("ssoErrorCode", "authorization_failed")
            .put("message", "invalid_saml_response")
            .put("error", why);
    return ConnectorError.AUTHORIZATION_FAILED.with(data);
  }
}
