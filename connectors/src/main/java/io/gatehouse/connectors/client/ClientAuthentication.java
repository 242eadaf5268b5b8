package io.gatehouse.connectors.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How we show a provider's token endpoint that we are its client. */
public sealed interface ClientAuthentication {

  /** The request with the form and whatever proves who we are. */
  Request request(URI tokenEndpoint, Map<String, String> form, Outside outside);

  /** What the two fields of the generic connectors' forms say. */
  static ClientAuthentication read(Fields in) {
    String method =
        in.choice(
            "tokenEndpointAuthMethod",
            "client_secret_post",
            "client_secret_basic",
            "client_secret_jwt");
    String algorithm = in.choice("clientSecretJwtSigningAlgorithm", "HS256", "HS384", "HS512");
    String id = in.text("clientId");
    String secret = in.text("clientSecret");
    return switch (method) {
      case "client_secret_basic" -> new Basic(id, secret);
      case "client_secret_jwt" -> new SecretJwt(id, secret, algorithm);
      default -> new Post(id, secret);
    };
  }

  String clientId();

  /** Id and secret among the fields of the form; providers that need no secret are sent none. */
  record Post(String clientId, String secret) implements ClientAuthentication {
    @Override
    public Request request(URI tokenEndpoint, Map<String, String> form, Outside outside) {
      var fields = new LinkedHashMap<>(form);
      fields.put("client_id", clientId);
      if (!secret.isEmpty()) {
        fields.put("client_secret", secret);
      }
      return Request.form(tokenEndpoint, fields);
    }
  }

  /** Everything in the query of a GET, for providers older than RFC 6749. */
  record Query(String clientId, String secret) implements ClientAuthentication {
    @Override
    public Request request(URI tokenEndpoint, Map<String, String> form, Outside outside) {
      return Request.get(
          AuthorizationUri.of(tokenEndpoint)
              .with(form)
              .with("client_id", clientId)
              .with("client_secret", secret)
              .toUri());
    }
  }

  /**
   * Id and secret in the Authorization header, as they are. RFC 6749 §2.3.1 wants them form-encoded
   * first, which the providers in question do not undo.
   */
  record Basic(String clientId, String secret) implements ClientAuthentication {
    @Override
    public Request request(URI tokenEndpoint, Map<String, String> form, Outside outside) {
      byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
      return Request.form(tokenEndpoint, form)
          .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }

  /**
   * A short-lived statement signed with the secret (OpenID Connect Core §9, {@code
   * client_secret_jwt}).
   */
  record SecretJwt(String clientId, String secret, String algorithm)
      implements ClientAuthentication {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    @Override
    public Request request(URI tokenEndpoint, Map<String, String> form, Outside outside) {
      var fields = new LinkedHashMap<>(form);
      fields.put("client_id", clientId);
      fields.put("client_assertion", assertion(tokenEndpoint, outside));
      fields.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      return Request.form(tokenEndpoint, fields);
    }

    private String assertion(URI audience, Outside outside) {
      var json = JsonNodeFactory.instance;
      long now = outside.clock().instant().getEpochSecond();
      var header = json.objectNode().put("alg", algorithm).put("typ", "JWT");
      var claims =
          json.objectNode()
              .put("iss", clientId)
              .put("sub", clientId)
              .put("aud", audience.toString())
              .put("jti", outside.nonce())
              .put("iat", now)
              .put("exp", now + LIFETIME.toSeconds());
      String signed = base64(header.toString()) + "." + base64(claims.toString());
      return signed + "." + base64(sign(signed));
    }

    /**
     * Straight from the platform: JOSE libraries refuse secrets shorter than the hash, providers
     * issue them nevertheless.
     */
    private byte[] sign(String text) {
      String name = "HmacSHA" + algorithm.substring(2);
      try {
        var mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException absent) {
        throw new IllegalStateException(name, absent);
      }
    }

    private static String base64(String text) {
      return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
