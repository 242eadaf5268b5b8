package io.gatehouse.connectors.smtp;

import static io.gatehouse.connectors.ConnectorError.GENERAL;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.client.Provider;
import io.gatehouse.connectors.client.TokenEndpoint;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a mail server is shown who sends. */
sealed interface SmtpAuth {
  String XOAUTH2 = "XOAUTH2";

  String user();

  /** The password, or the access token. */
  String secret(Outside outside);

  default String mechanisms() {
    return XOAUTH2;
  }

  static SmtpAuth of(Fields in, Fields whole) {
    if (!whole.raw("auth").isObject()) {
      if (whole.raw("auth").isMissingNode() || whole.raw("auth").isNull()) {
        whole.wrongType("auth", "object", whole.raw("auth"));
      }
      return new Login("", "");
    }
    String type = in.optionalText("type");
    return switch (type == null ? "login" : type.toLowerCase(Locale.ROOT)) {
      case "login" -> new Login(in.text("user"), in.text("pass"));
      case "oauth2" -> oauth2(in);
      default -> {
        in.refuse("type", "Must be login or OAuth2.");
        yield new Login("", "");
      }
    };
  }

  private static SmtpAuth oauth2(Fields in) {
    String user = in.text("user");
    URI accessUrl =
        in.optionalText("accessUrl") == null
            ? URI.create("https://oauth2.googleapis.com/token")
            : in.url("accessUrl");
    if (in.optionalText("serviceClient") != null) {
      return new Service(user, in.text("serviceClient"), privateKey(in), accessUrl);
    }
    String token = in.optionalText("accessToken");
    if (token != null && in.optionalText("refreshToken") == null) {
      return new Token(user, token);
    }
    var refresh = new LinkedHashMap<>(TokenEndpoint.refresh(in.text("refreshToken")));
    refresh.put("client_id", in.text("clientId"));
    refresh.put("client_secret", in.text("clientSecret"));
    Long expires = in.coercedNumber("expires");
    return new Refreshed(
        user, token, expires == null ? null : Instant.ofEpochMilli(expires), refresh, accessUrl);
  }

  /** A PEM text, or an object that holds one as {@code key}; PKCS #8, as providers hand it out. */
  private static @Nullable PrivateKey privateKey(Fields in) {
    String pem =
        in.raw("privateKey").isObject()
            ? in.nested("privateKey", key -> key.text("key"))
            : in.text("privateKey");
    String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      if (!pem.isBlank()) {
        in.refuse("privateKey", "Must be an RSA key in PEM (PKCS #8).");
      }
      return null;
    }
  }

  private static String ask(URI accessUrl, Map<String, String> form, Outside outside) {
    var answer =
        Provider.json(
            Provider.send(Request.form(accessUrl, form), outside, Provider.Failures.GENERAL));
    return TokenEndpoint.tokens(answer).accessToken();
  }

  /** User and password. */
  record Login(String user, String password) implements SmtpAuth {
    @Override
    public String secret(Outside outside) {
      return password;
    }

    @Override
    public String mechanisms() {
      return "PLAIN LOGIN";
    }
  }

  /** A token that somebody else renews. */
  record Token(String user, String accessToken) implements SmtpAuth {
    @Override
    public String secret(Outside outside) {
      return accessToken;
    }
  }

  /** A token that is renewed with a refresh token; the configured one is used until it expires. */
  record Refreshed(
      String user,
      @Nullable String accessToken,
      @Nullable Instant expires,
      Map<String, String> form,
      URI accessUrl)
      implements SmtpAuth {
    @Override
    public String secret(Outside outside) {
      boolean usable = expires != null && outside.clock().instant().isBefore(expires);
      return accessToken != null && usable ? accessToken : ask(accessUrl, form, outside);
    }
  }

  /** A service account that acts for the user, by a signed statement (RFC 7523 §2.1). */
  record Service(String user, String client, @Nullable PrivateKey privateKey, URI accessUrl)
      implements SmtpAuth {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Override
    public String secret(Outside outside) {
      var form = new LinkedHashMap<String, String>();
      form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
      form.put("assertion", assertion(outside.clock().instant()));
      return ask(accessUrl, form, outside);
    }

    private String assertion(Instant now) {
      var claims =
          JsonNodeFactory.instance
              .objectNode()
              .put("iss", client)
              .put("sub", user)
              .put("scope", "https://mail.google.com/")
              .put("aud", accessUrl.toString())
              .put("iat", now.getEpochSecond())
              .put("exp", now.plus(LIFETIME).getEpochSecond());
      var jws = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(claims.toString()));
      try {
        jws.sign(new RSASSASigner(Objects.requireNonNull(privateKey)));
        return jws.serialize();
      } catch (JOSEException unusable) {
        throw GENERAL.exception("The service account's private key cannot be used.", unusable);
      }
    }
  }
}
