package io.gatehouse.connectors.client;

import static io.gatehouse.connectors.ConnectorError.AUTHORIZATION_FAILED;
import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_AUTH_CODE_INVALID;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.ConnectorMetadata;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialCallback;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialSession;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.TokenSet;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in at one provider by the authorization code grant of OAuth 2.0.
 *
 * <p>The steps are here, in their order. A provider says what is its own: where it is ({@link
 * Dialect}), how it describes people ({@link #profile}), and, by overriding a step, where it does
 * something differently.
 */
public abstract class OAuthConnector implements SocialConnector {
  private final ConnectorMetadata metadata = ConnectorMetadata.beside(getClass());
  private final Dialect dialect;

  protected OAuthConnector(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * What an administrator has entered.
   *
   * @param id our name at the provider
   * @param scope replaces the provider's usual one when given
   * @param settings what only this provider's form asks for
   */
  public record Client(
      Dialect dialect,
      String id,
      String secret,
      @Nullable String scope,
      Map<String, String> settings) {

    public Client {
      settings = Map.copyOf(settings);
    }

    /** One of the provider's own settings; empty where there is none. */
    public String setting(String name) {
      return settings.getOrDefault(name, "");
    }

    /** What is asked for where the request does not say. */
    public String scopeOrUsual() {
      return scope == null || scope.isBlank() ? dialect.scope() : scope;
    }

    /** Secrets do not belong in logs. */
    @Override
    public String toString() {
      return "Client[" + id + "]";
    }
  }

  /**
   * What a code was exchanged for.
   *
   * @param answer all that the provider said
   */
  public record Grant(TokenSet tokens, JsonNode answer) {}

  @Override
  public final ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public final void check(JsonNode config) {
    read(config);
  }

  /** The configuration, as the steps want it. */
  protected final Client read(JsonNode config) {
    return Fields.read(config, INVALID_CONFIG, in -> client(in, dialect));
  }

  @Override
  public final URI authorizationUri(
      AuthorizationRequest request, JsonNode config, Outside outside) {
    Client client = read(config);
    AuthorizationUri address = authorization(request, client, outside);
    if (client.dialect().remembers()) {
      var memory = new LinkedHashMap<String, String>();
      memory.put("redirectUri", request.redirectUri());
      if (client.dialect().pkce()) {
        String verifier = outside.nonce();
        memory.put("codeVerifier", verifier);
        address = address.challenge(verifier);
      }
      request.session().write(new SocialSession(memory));
    }
    return address.toUri();
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode config, Outside outside) {
    Client client = read(config);
    Map<String, String> form = form(code(callback), callback, client);
    Grant grant = grant(redeem(form, client, outside), SOCIAL_AUTH_CODE_INVALID);
    SocialUserInfo user = user(grant, client, outside);
    return new Answer(user, metadata.tokenStorageSupported() ? grant.tokens() : null);
  }

  @Override
  public TokenSet refresh(String refreshToken, JsonNode config, Outside outside) {
    if (!metadata.tokenStorageSupported()) {
      return SocialConnector.super.refresh(refreshToken, config, outside);
    }
    var form = TokenEndpoint.refresh(refreshToken);
    JsonNode answer = redeem(form, read(config), outside);
    return grant(answer, SOCIAL_INVALID_ACCESS_TOKEN).tokens();
  }

  /** Some report a refusal with status 200, and {@code error} in the body. */
  private Grant grant(JsonNode answer, ConnectorError refused) {
    JsonNode error = answer.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      throw refused.with(answer);
    }
    if ("".equals(answer.path("access_token").textValue())) {
      throw refused.exception();
    }
    return new Grant(tokens(answer), answer);
  }

  // The steps in which providers differ.

  /** Reads the configuration: id, secret and scope. */
  protected Client client(Fields in, Dialect usual) {
    return new Client(
        usual, in.text("clientId"), in.text("clientSecret"), in.optionalText("scope"), Map.of());
  }

  /** The address to which the browser is sent. */
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    return AuthorizationUri.of(outside.endpoint(client.dialect().authorize()))
        .with("response_type", "code")
        .with("client_id", client.id())
        .with("scope", request.scopeOr(client.scopeOrUsual()))
        .with("redirect_uri", request.redirectUri())
        .with("state", request.state());
  }

  /** The code that the browser has brought; people who refused are told apart from nonsense. */
  protected String code(SocialCallback callback) {
    return callback.code(callback.text("error").isPresent() ? AUTHORIZATION_FAILED : GENERAL);
  }

  /** The fields that redeem the code. */
  protected Map<String, String> form(String code, SocialCallback callback, Client client) {
    if (!client.dialect().remembers()) {
      String redirectUri =
          callback.text("redirectUri").orElseThrow(() -> GENERAL.with(callback.data()));
      return TokenEndpoint.code(code, redirectUri);
    }
    SocialSession session = callback.session().read();
    Map<String, String> form = TokenEndpoint.code(code, callback.redirectUri(session));
    if (client.dialect().pkce()) {
      form.put(
          "code_verifier",
          session
              .get("codeVerifier")
              .orElseThrow(() -> GENERAL.exception("The session holds no code verifier.")));
    }
    return form;
  }

  /** What the token endpoint says to these fields. */
  protected JsonNode redeem(Map<String, String> form, Client client, Outside outside) {
    var endpoint =
        new TokenEndpoint(
            outside.endpoint(client.dialect().token()),
            client.dialect().proof().of(client.id(), client.secret()),
            BAD_TOKEN);
    return endpoint.post(form, outside);
  }

  /** The request that asks it. */
  protected final Request tokenRequest(Map<String, String> form, Client client, Outside outside) {
    Dialect spoken = client.dialect();
    return spoken
        .proof()
        .of(client.id(), client.secret())
        .request(outside.endpoint(spoken.token()), form, outside);
  }

  /** The tokens among what it said. */
  protected TokenSet tokens(JsonNode answer) {
    return TokenEndpoint.tokens(answer);
  }

  /** Whose tokens they are. */
  protected SocialUserInfo user(Grant grant, Client client, Outside outside) {
    JsonNode person = person(grant, client, outside);
    return Fields.read(person, INVALID_RESPONSE, in -> profile(in, person));
  }

  /** The person as the provider describes them. */
  protected JsonNode person(Grant grant, Client client, Outside outside) {
    URI address = outside.endpoint(client.dialect().person());
    TokenSet tokens = grant.tokens();
    return Provider.get(address, tokens.tokenType(), tokens.accessToken(), outside, BAD_TOKEN);
  }

  /**
   * What we take of that description.
   *
   * @param in reads it
   * @param raw the same as it came
   */
  protected abstract SocialUserInfo profile(Fields in, JsonNode raw);
}
