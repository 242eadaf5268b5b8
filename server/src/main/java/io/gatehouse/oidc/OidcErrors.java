package io.gatehouse.oidc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.http.Languages;
import io.gatehouse.platform.i18n.Language;
import io.gatehouse.platform.i18n.Locales;
import io.gatehouse.platform.i18n.PhraseGroup;
import io.gatehouse.platform.i18n.Phrases;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.tenant.Tenant;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a protocol error: {@code {code, message, error, error_description, …}}. {@code
 * ?parse_error=false} leaves the two members out that the specifications do not know.
 *
 * <p>Source: [RFC 6749 §5.2](https://www.rfc-editor.org/rfc/rfc6749#section-5.2)
 */
@Singleton
public class OidcErrors {
  /** An interaction or session that is over has a code of its own. */
  public static final String SESSION_NOT_FOUND = "session.not_found";

  private final Phrases phrases;
  private final Locales locales;

  OidcErrors(Phrases phrases, Locales locales) {
    this.phrases = phrases;
    this.locales = locales;
  }

  /** The answer of a back-channel endpoint. */
  public Response json(RoutingContext context, OAuthException error) {
    Response.ResponseBuilder answer =
        Response.status(error.status())
            .type("application/json")
            .header("Cache-Control", "no-store")
            .entity(body(context, error).toString());
    // "the authorization server MUST respond with … the WWW-Authenticate response header field"
    // [RFC 6749 §5.2]
    if (error.status() == 401
        && error.error() == OAuthError.INVALID_CLIENT
        && context.request().getHeader("Authorization") != null) {
      answer.header("WWW-Authenticate", "Basic realm=\"oidc\"");
    }
    return answer.build();
  }

  public ObjectNode body(RoutingContext context, OAuthException error) {
    return body(context, "oidc." + error.error().code(), error);
  }

  /** The same under another catalogue code. */
  public ObjectNode body(RoutingContext context, String code, OAuthException error) {
    ObjectNode body = JsonCodec.object();
    if (!"false".equals(context.request().getParam("parse_error"))) {
      body.put("code", code);
      body.put(
          "message", phrases.text(PhraseGroup.ERROR, language(context), code, placeholders(error)));
    }
    body.put("error", error.error().code());
    body.put("error_description", error.description());
    if (error.scope() != null) {
      body.put("scope", error.scope());
    }
    return body;
  }

  /** The same with the client's state and the issuer, as the authorization endpoint answers. */
  public ObjectNode body(
      RoutingContext context, Tenant tenant, OAuthException error, @Nullable String state) {
    ObjectNode body = body(context, error);
    if (state != null) {
      body.put("state", state);
    }
    return body.put("iss", tenant.issuer());
  }

  private Language language(RoutingContext context) {
    return Languages.of(context.request()).stream()
        .flatMap(tag -> locales.find(tag).stream())
        .findFirst()
        .orElse(Language.ENGLISH);
  }

  private static Map<String, String> placeholders(OAuthException error) {
    return Map.of(
        "error_description",
        error.description(),
        "scope",
        error.scope() == null ? "" : error.scope());
  }
}
