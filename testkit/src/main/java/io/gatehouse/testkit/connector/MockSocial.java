package io.gatehouse.testkit.connector;

import static io.gatehouse.connectors.ConnectorError.AUTHORIZATION_FAILED;
import static io.gatehouse.connectors.ConnectorError.INVALID_CONFIG;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.NOT_IMPLEMENTED;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.ConnectorException;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider without a page: the person who comes back is whoever the callback says. */
public final class MockSocial implements SocialConnector {
  private static final String SCOPE = "email profile";
  private static final long LIFETIME = 3600;

  private final ConnectorMetadata metadata =
      Mock.social("mock-social-connector", "mock-social", "Mock Social");

  @Override
  public ConnectorMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(JsonNode config) {
    Fields.read(
        config, INVALID_CONFIG, in -> in.textOrEmpty("clientId") + in.textOrEmpty("clientSecret"));
  }

  @Override
  public URI authorizationUri(AuthorizationRequest request, JsonNode config, Outside outside) {
    check(config);
    keep(request);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("state", request.state());
    query.put("redirect_uri", request.redirectUri());
    query.put("scope", Objects.requireNonNull(request.scopeOr(SCOPE)));
    return URI.create("http://mock-social/?" + Request.encode(query));
  }

  /** An administrator who only looks at the address has no session, which does not matter here. */
  private static void keep(AuthorizationRequest request) {
    try {
      request
          .session()
          .write(
              new SocialSession(
                  Map.of(
                      "state", request.state(),
                      "redirectUri", request.redirectUri(),
                      "connectorId", request.connectorId())));
    } catch (ConnectorException e) {
      if (e.error() != NOT_IMPLEMENTED) {
        throw e;
      }
    }
  }

  @Override
  public Answer complete(SocialCallback callback, JsonNode config, Outside outside) {
    JsonNode data = callback.data();
    Person person = Fields.read(data, INVALID_RESPONSE, Person::of);
    if (callback.session().read().values().isEmpty()) {
      throw AUTHORIZATION_FAILED.exception();
    }
    String id = person.userId() == null ? "mock-social-sub-" + UUID.randomUUID() : person.userId();
    SocialUserInfo user =
        new SocialUserInfo(
            id, person.email(), person.phone(), person.name(), person.avatar(), data);
    return new Answer(user, person.tokens());
  }

  @Override
  public TokenSet refresh(String refreshToken, JsonNode config, Outside outside) {
    return new TokenSet(
        "mock-access-token-" + UUID.randomUUID(), "Bearer", LIFETIME, refreshToken, SCOPE, null);
  }

  /** What the callback may say. */
  private record Person(
      String code,
      @Nullable String userId,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String name,
      @Nullable String avatar,
      @Nullable TokenSet tokens) {

    static Person of(Fields in) {
      return new Person(
          in.textOrEmpty("code"),
          in.optionalText("userId"),
          in.optionalText("email"),
          in.optionalText("phone"),
          in.optionalText("name"),
          in.optionalText("avatar"),
          in.raw("tokenResponse").isObject() ? in.nested("tokenResponse", Mock::tokens) : null);
    }
  }
}
