package io.gatehouse.enterprise.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.signon.IdentityProvider;
import io.gatehouse.platform.saml.signon.ServiceProvider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks providers what they publish about themselves. */
@Singleton
public class ProviderDetails {
  private final OidcDiscovery discovery;
  private final SamlProviders providers;
  private final InstantSource clock;

  ProviderDetails(Outside outside, SamlProviders providers, InstantSource clock) {
    this.discovery = new OidcDiscovery(outside);
    this.providers = providers;
    this.clock = clock;
  }

  /** Ends the request when the provider does not answer, or not as it should. */
  public void check(ProviderConfig config) {
    switch (config) {
      case ProviderConfig.OpenId oidc -> discovery.fetch(oidc.issuer());
      case ProviderConfig.Saml saml -> identityProvider(saml);
    }
  }

  /** What the API shows of a provider; empty while that cannot be known. */
  public Optional<ObjectNode> of(
      Provider provider, String connectorId, ObjectNode stored, URI endpoint) {
    try {
      return Optional.of(
          switch (provider.type()) {
            case OIDC -> oidc((ProviderConfig.OpenId) ProviderConfig.of(provider, stored));
            case SAML -> saml(provider, connectorId, stored, endpoint);
          });
    } catch (RequestException e) {
      return Optional.empty();
    }
  }

  private ObjectNode oidc(ProviderConfig.OpenId config) {
    ObjectNode details = config.json();
    details.setAll(discovery.fetch(config.issuer()));
    return details.put("scope", OpenIdScope.of(config));
  }

  private ObjectNode saml(Provider provider, String id, ObjectNode stored, URI endpoint) {
    ObjectNode details = JsonCodec.object();
    details
        .putObject("defaultAttributeMapping")
        .put("id", "nameID")
        .put("email", "email")
        .put("name", "name");
    ServiceProvider us = SamlProviders.us(endpoint, id);
    details
        .putObject("serviceProvider")
        .put("entityId", us.entityId())
        .put("assertionConsumerServiceUrl", us.assertionConsumerService());
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
    IdentityProvider provider = providers.read(config);
    X509Certificate certificate = provider.certificates().getFirst();
    Instant now = clock.instant();
    Instant expires = certificate.getNotAfter().toInstant();
    boolean valid = now.isBefore(expires) && !now.isBefore(certificate.getNotBefore().toInstant());
    return JsonCodec.object()
        .put("entityId", provider.entityId())
        .put("signInEndpoint", provider.signInEndpoint().address())
        .put("x509Certificate", shown(config, certificate))
        .put("certificateExpiresAt", expires.toEpochMilli())
        .put("isCertificateValid", valid);
  }

  /** As it was given, else as metadata have it. */
  private static String shown(ProviderConfig.Saml config, X509Certificate certificate) {
    return config instanceof ProviderConfig.SamlByHand by
        ? by.x509Certificate()
        : SigningCertificate.bare(certificate);
  }
}
