package io.gatehouse.enterprise.provider;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.enterprise.SsoError;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.signon.IdentityProvider;
import io.gatehouse.platform.saml.signon.SamlMetadata;
import io.gatehouse.platform.saml.signon.ServiceProvider;
import io.gatehouse.platform.saml.signon.SignInEndpoint;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Providers of SAML, as sign-ins need them. What is published at an address is asked for at most
 * every ten minutes, and remembered for a day while the provider does not answer.
 */
@Singleton
public class SamlProviders {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration USABLE = Duration.ofDays(1);
  private static final int MOST = 1_000;

  private final HttpSender http;
  private final InstantSource clock;
  private final Cache<String, Known> known =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  SamlProviders(Outside outside, InstantSource clock) {
    this.http = outside.http();
    this.clock = clock;
  }

  private record Known(IdentityProvider provider, Instant read) {
    boolean within(Duration age, Instant now) {
      return !now.isBefore(read) && now.isBefore(read.plus(age));
    }
  }

  /** What we are to the provider of a connector, at the tenant of this endpoint. */
  public static ServiceProvider us(URI endpoint, String connectorId) {
    return new ServiceProvider(
        endpoint + "/enterprise-sso/" + connectorId,
        endpoint + "/api/authn/single-sign-on/saml/" + connectorId);
  }

  /** The provider, or the end of the request while it cannot be known. */
  public IdentityProvider of(ProviderConfig.Saml config) {
    if (!(config instanceof ProviderConfig.SamlByAddress published)) {
      return read(config);
    }
    Instant now = clock.instant();
    Known before = known.getIfPresent(published.metadataUrl());
    if (before != null && before.within(FRESH, now)) {
      return before.provider();
    }
    try {
      IdentityProvider read = read(config);
      known.put(published.metadataUrl(), new Known(read, now));
      return read;
    } catch (RequestException unreachable) {
      if (before != null && before.within(USABLE, now)) {
        return before.provider();
      }
      throw unreachable;
    }
  }

  /** The provider as it is this moment. */
  IdentityProvider read(ProviderConfig.Saml config) {
    return switch (config) {
      case ProviderConfig.SamlByAddress by -> described(download(by.metadataUrl()));
      case ProviderConfig.SamlByMetadata by -> described(by.metadata());
      case ProviderConfig.SamlByHand by ->
          new IdentityProvider(
              by.entityId(),
              new SignInEndpoint(by.signInEndpoint(), SignInEndpoint.Binding.REDIRECT),
              List.of(certificate(by.x509Certificate())));
    };
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
      throw refusal("fail_to_fetch_config", e, address);
    }
  }

  private static IdentityProvider described(String xml) {
    try {
      SamlMetadata metadata = SamlMetadata.parse(xml);
      return new IdentityProvider(
          metadata.entityId(),
          metadata.signInEndpoint(),
          metadata.certificates().stream().map(SamlProviders::certificate).toList());
    } catch (SamlException e) {
      throw refusal("invalid_config_response", e, null);
    }
  }

  private static RequestException refusal(String message, Exception cause, @Nullable String place) {
    Map<String, String> data = new HashMap<>();
    data.put("ssoErrorCode", "invalid_metadata");
    data.put("message", message);
    data.put("error", String.valueOf(cause.getMessage()));
    if (place != null) {
      data.put("metadata", place);
    }
    return SsoError.INVALID_METADATA.withData(data);
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
