package io.gatehouse.enterprise.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.platform.crypto.SigningCertificate;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.json.JsonCodec;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks providers what they publish about themselves. */
@Singleton
public class ProviderDetails {
  private static final List<String> SCOPES = List.of("openid", "profile", "email");

  private final HttpSender http;
  private final OidcDiscovery discovery;
  private final InstantSource clock;

  ProviderDetails(Outside outside, InstantSource clock) {
    this.http = outside.http();
    this.discovery = new OidcDiscovery(outside.http());
    this.clock = clock;
  }

  /** Ends the request when the provider does not answer, or not as it should. */
  public void check(ProviderConfig config) {
    switch (config) {
      case ProviderConfig.Oidc oidc -> discovery.fetch(oidc.issuer());
      case ProviderConfig.Google google -> discovery.fetch(ProviderConfig.Google.ISSUER);
      case ProviderConfig.Saml saml -> identityProvider(saml);
    }
  }

  /** What the API shows of a provider; empty while that cannot be known. */
  public Optional<ObjectNode> of(
      Provider provider, String connectorId, ObjectNode stored, URI endpoint) {
    try {
      return Optional.of(
          switch (provider.type()) {
            case OIDC -> oidc(ProviderConfig.of(provider, stored));
            case SAML -> saml(provider, connectorId, stored, endpoint);
          });
    } catch (RequestException e) {
      return Optional.empty();
    }
  }

  private ObjectNode oidc(ProviderConfig config) {
    String issuer =
        config instanceof ProviderConfig.Oidc oidc ? oidc.issuer() : ProviderConfig.Google.ISSUER;
    ObjectNode details = config.json();
    String scope = details.path("scope").asText();
    details.setAll(discovery.fetch(issuer));
    return details.put("scope", complete(scope));
  }

  private static String complete(String scope) {
    Set<String> scopes = new LinkedHashSet<>(SCOPES);
    scopes.addAll(Arrays.stream(scope.split(" ")).filter(one -> !one.isEmpty()).toList());
    return String.join(" ", scopes);
  }

  private ObjectNode saml(Provider provider, String id, ObjectNode stored, URI endpoint) {
    ObjectNode details = JsonCodec.object();
    details
        .putObject("defaultAttributeMapping")
        .put("id", "nameID")
        .put("email", "email")
        .put("name", "name");
    details
        .putObject("serviceProvider")
        .put("entityId", endpoint + "/enterprise-sso/" + id)
        .put("assertionConsumerServiceUrl", endpoint + "/api/authn/single-sign-on/saml/" + id);
    ObjectNode identityProvider = tryIdentityProvider(provider, stored);
    if (identityProvider != null) {
      details.set("identityProvider", identityProvider);
    }
    return details;
  }

  private @Nullable ObjectNode tryIdentityProvider(Provider provider, ObjectNode stored) {
    try {
      return ProviderConfig.of(provider, stored) instanceof ProviderConfig.Saml saml
          ? identityProvider(saml)
          : null;
    } catch (RequestException e) {
      return null;
    }
  }

  private ObjectNode identityProvider(ProviderConfig.Saml config) {
    SamlMetadata metadata =
        switch (config) {
          case ProviderConfig.SamlByAddress by -> parsed(download(by.metadataUrl()));
          case ProviderConfig.SamlByMetadata by -> parsed(by.metadata());
          case ProviderConfig.SamlByHand by ->
              new SamlMetadata(by.entityId(), by.signInEndpoint(), by.x509Certificate());
        };
    X509Certificate certificate = certificate(metadata.certificate());
    Instant now = clock.instant();
    Instant expires = certificate.getNotAfter().toInstant();
    boolean valid = now.isBefore(expires) && !now.isBefore(certificate.getNotBefore().toInstant());
    return JsonCodec.object()
        .put("entityId", metadata.entityId())
        .put("signInEndpoint", metadata.signInEndpoint())
        .put("x509Certificate", metadata.certificate())
        .put("certificateExpiresAt", expires.toEpochMilli())
        .put("isCertificateValid", valid);
  }

  private String download(String address) {
    try {
      Response answer =
          http.send(
              new Request(
                  "GET",
                  new URI(address),
                  Map.of("Accept", "application/samlmetadata+xml, application/xml, text/xml"),
                  null,
                  HttpSender.PATIENCE));
      if (!answer.ok()) {
        throw new IOException("status " + answer.status());
      }
      return answer.body();
    } catch (IOException | URISyntaxException e) {
      throw SsoError.INVALID_METADATA.withData(
          Map.of(
              "ssoErrorCode",
              "invalid_metadata",
              "message",
              "fail_to_fetch_config",
              "metadata",
              address,
              "error",
              String.valueOf(e.getMessage())));
    }
  }

  private static SamlMetadata parsed(String xml) {
    try {
      return SamlMetadata.parse(xml);
    } catch (IOException e) {
      throw SsoError.INVALID_METADATA.withData(
          Map.of(
              "ssoErrorCode",
              "invalid_metadata",
              "message",
              "invalid_config_response",
              "error",
              String.valueOf(e.getMessage())));
    }
  }

  private static X509Certificate certificate(String text) {
    try {
      return SigningCertificate.parse(text);
    } catch (GeneralSecurityException e) {
      throw SsoError.INVALID_CERTIFICATE.withData(
          Map.of("ssoErrorCode", "invalid_certificate", "error", String.valueOf(e.getMessage())));
    }
  }
}
