package io.gatehouse.oidc.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.application.Application;
import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.authentication.ApplicationAuthentication;
import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.application.protocol.ApplicationProtocol;
import io.gatehouse.connectors.Dialer;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.crypto.VerificationKey;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.RedirectUris;
import io.gatehouse.tenant.key.KeyRing;
import io.gatehouse.tenant.key.TestKeys;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Clients for tests of what they send, without a database. */
public final class TestClients {
  /** The id of each. */
  public static final String ID = "demo-app";

  private static final HttpSender NOBODY =
      request -> {
        throw new IOException("nobody answers here");
      };

  private TestClients() {}

  /** A world outside in which nobody answers. */
  public static Outside outside(InstantSource clock) {
    Dialer none =
        (host, port, timeout, local) -> {
          throw new IOException("nobody answers here");
        };
    return new Outside(NOBODY, none, clock, new Random(1), UnaryOperator.identity());
  }

  /** Checks with the keys that clients gave. */
  public static ClientKeys keys(InstantSource clock) {
    return new ClientKeys(new PublishedKeys(outside(clock), clock));
  }

  /** Opens what was encrypted with this key. */
  public static EncryptedRequests opening(EncryptionKey key) {
    KeyRing ring = TestKeys.opening(key);
    return new EncryptedRequests(tenant -> ring);
  }

  /** One with this key. */
  public static Client with(SigningKey key, List<ApplicationSecret> secrets) {
    return with(new JWKSet(key.publicJwk()), secrets);
  }

  /** One with these keys. */
  public static Client with(JWKSet set, List<ApplicationSecret> secrets) {
    return with(set, secrets, ApplicationProtocol.DEFAULT);
  }

  /** One with these keys that has agreed on something. */
  public static Client with(
      JWKSet set, List<ApplicationSecret> secrets, ApplicationProtocol protocol) {
    ApplicationAuthentication authentication =
        new ApplicationAuthentication(
            null, JsonCodec.read(set.toString(), ObjectNode.class), null, null, false, false);
    return new Client(
        application(),
        authentication,
        protocol,
        secrets,
        VerificationKey.allOf(set),
        new RedirectUris(List.of("https://app.example/cb"), false),
        new RedirectUris(List.of(), false));
  }

  private static Application application() {
    return new Application(
        ID,
        "App",
        null,
        ApplicationType.Traditional,
        JsonCodec.read(
            "{\"redirectUris\":[\"https://app.example/cb\"],\"postLogoutRedirectUris\":[]}",
            OidcClientMetadata.class),
        JsonCodec.read("{}", CustomClientMetadata.class),
        null,
        JsonCodec.object(),
        false,
        false,
        false,
        Instant.EPOCH);
  }
}
