package io.gatehouse.oidc.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Registers clients as their programs do. */
@Singleton
class Registrar {
  static final String POLICY = "/api/configs/oidc/registration";
  static final String REDIRECT = "https://app.example/callback?fixed=yes";

  private final Provider provider;

  Registrar(Provider provider) {
    this.provider = provider;
  }

  void allowEverything() {
    allow(
        """
        "access":"open","perHour":10000,
        "grantTypes":["authorization_code","refresh_token","implicit","client_credentials",
          "urn:ietf:params:oauth:grant-type:device_code"],
        "responseTypes":["code","id_token","code id_token"]\
        """);
  }

  /** Members of the policy besides that clients may register. */
  void allow(String members) {
    ApiClient.Answer set = provider.api().put(POLICY, "{\"enabled\":true," + members + "}");
    assertEquals(200, set.status(), set.text());
  }

  void refuseAll() {
    provider.api().put(POLICY, "{\"enabled\":false}");
  }

  /** What a usual client says of itself. */
  static ObjectNode metadata() {
    ObjectNode metadata =
        JsonCodec.object()
            .put("client_name", "Registered")
            .put("client_name#fr", "Mon application")
            .put("logo_uri", "https://app.example/logo.png")
            .put("tos_uri", "https://app.example/terms")
            .put("policy_uri", "https://app.example/privacy")
            .put("initiate_login_uri", "https://app.example/login")
            .put("require_auth_time", true)
            .put("something_else", "is ignored");
    metadata.putArray("redirect_uris").add(REDIRECT);
    metadata.putArray("post_logout_redirect_uris").add("https://app.example/bye");
    metadata.putArray("contacts").add("admin@app.example");
    return metadata;
  }

  /** Sees that the usual metadata with this change is refused. */
  void refused(String error, Consumer<ObjectNode> change) {
    ObjectNode metadata = metadata();
    change.accept(metadata);
    Answer answer = register(metadata);
    assertEquals(error, answer.error(), answer.json().toString());
    assertEquals(400, answer.status());
  }

  Answer register(ObjectNode metadata, String... token) {
    return send(metadata.toString(), token);
  }

  Answer send(String body, String... token) {
    String authorization = token.length == 0 ? null : token[0];
    ApiClient.Answer answer = manage("POST", "/oidc/reg", authorization, body);
    return new Answer(answer.status(), answer.json(), answer.response());
  }

  ApiClient.Answer manage(
      String method, String path, @Nullable String token, @Nullable String body) {
    return provider.anybody(token).send(method, path, body, "Content-Type", "application/json");
  }

  TestClient client(Answer made) {
    assertEquals(201, made.status(), made.json().toString());
    return provider.client(made.text("client_id"), REDIRECT);
  }
}
