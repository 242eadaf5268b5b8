package io.gatehouse.connectors.saml;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialUserInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Any provider that speaks SAML 2.0. This says what it is configured with and whom an assertion is
 * about. The messages are the server's: a response comes from the provider's site, where no sign-in
 * can be told, so it is believed there and waits until its person is back.
 */
public final class Saml implements SocialConnector {
  private final ConnectorMetadata metadata = ConnectorMetadata.beside(Saml.class);

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    SamlConfig.of(config);
  }

  public SamlConfig config(JsonNode config) {
    return SamlConfig.of(config);
  }

  /**
   * Whom an assertion is about.
   *
   * @param said the values of its attributes, and as {@code nameID} what it calls its subject
   */
  public SocialUserInfo person(Map<String, List<String>> said, JsonNode config) {
    return SamlConfig.of(config).profileMap().person(said);
  }

  /** Not without a place where the request is remembered. */
  @Override
  public URI authorizationUri(AuthorizationRequest request, JsonNode config, Outside outside) {
    throw ConnectorError.NOT_IMPLEMENTED.exception();
  }

  /** Not without the response that was believed. */
  @Override
  public Answer complete(SocialCallback callback, JsonNode config, Outside outside) {
    throw ConnectorError.NOT_IMPLEMENTED.exception();
  }
}
