package io.gatehouse.oidc.token.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.issue.Tokens;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.script.Customized;
import io.gatehouse.script.CustomizerContexts;
import io.gatehouse.script.Customizers;
import io.gatehouse.script.ScriptKind;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the tenant's scripts which claims an access token gets besides its own. */
@Singleton
public class CustomClaims {
  private final Customizers customizers;
  private final CustomizerContexts contexts;

  CustomClaims(Customizers customizers, CustomizerContexts contexts) {
    this.customizers = customizers;
    this.contexts = contexts;
  }

  /**
   * For a token of a person.
   *
   * @param organizationId where it is for; null for everywhere
   */
  Tokens.MoreClaims ofPerson(
      TokenRequest request,
      Redeemed redeemed,
      Tokens.Access access,
      @Nullable String organizationId) {
    return id ->
        claims(
            customizers.customize(
                request.tenant().id(),
                ScriptKind.ACCESS_TOKEN,
                () ->
                    new Customizers.Facts(
                        token(request, redeemed, access, id),
                        context(request, redeemed, organizationId),
                        redeemed.user().id(),
                        request.clientId())));
  }

  /** Whom the token is for; of an exchange also what the exchanged token said. */
  private ObjectNode context(
      TokenRequest request, Redeemed redeemed, @Nullable String organizationId) {
    ObjectNode context =
        contexts.ofPerson(
            request.tenant().id(),
            request.caller().client().application(),
            redeemed.user().id(),
            redeemed.grantId(),
            organizationId);
    if (redeemed.exchanged() != null && redeemed.exchanged().context() != null) {
      context
          .putObject("grant")
          .put("type", request.parameters().get("grant_type"))
          .set("subjectTokenContext", redeemed.exchanged().context());
    }
    return context;
  }

  /** For a token of an application that acts for itself. */
  public Tokens.MoreClaims ofMachine(
      TokenRequest request, Tokens.Access access, @Nullable String organizationId) {
    return id ->
        claims(
            customizers.customize(
                request.tenant().id(),
                ScriptKind.CLIENT_CREDENTIALS,
                () ->
                    new Customizers.Facts(
                        token("ClientCredentials", access, id),
                        contexts.ofMachine(
                            request.tenant().id(),
                            request.caller().client().application(),
                            organizationId),
                        null,
                        request.clientId())));
  }

  private static Map<String, JsonNode> claims(Optional<Customized> customized) {
    if (customized.isEmpty()) {
      return Map.of();
    }
    return switch (customized.get()) {
      case Customized.Claims claims -> {
        Map<String, JsonNode> more = new LinkedHashMap<>();
        claims.claims().properties().forEach(claim -> more.put(claim.getKey(), claim.getValue()));
        yield more;
      }
      case Customized.Denied denied -> throw OAuthError.ACCESS_DENIED.because(denied.message());
      case Customized.Failed failed -> {
        if (failed.blocks()) {
          throw OAuthError.INVALID_REQUEST.because(
              "the script for custom claims failed: " + failed.why().message());
        }
        yield Map.of();
      }
    };
  }

  private static ObjectNode token(
      TokenRequest request, Redeemed redeemed, Tokens.Access access, String id) {
    ObjectNode token = token("AccessToken", access, id);
    token.put("accountId", redeemed.user().id());
    token.put("grantId", redeemed.grantId());
    token.put("gty", request.parameters().get("grant_type"));
    token.put("expiresWithSession", redeemed.sessionId() != null);
    if (redeemed.sessionId() != null) {
      token.put("sessionUid", redeemed.sessionId());
    }
    return token;
  }

  private static ObjectNode token(String kind, Tokens.Access access, String id) {
    ObjectNode token = JsonCodec.object();
    token.put("kind", kind);
    token.put("jti", id);
    token.put("aud", access.audience());
    token.put("clientId", access.clientId());
    if (access.scope() != null) {
      token.put("scope", access.scope().toString());
    }
    return token;
  }
}
