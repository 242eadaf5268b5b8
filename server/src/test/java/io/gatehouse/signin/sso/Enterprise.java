package io.gatehouse.signin.sso;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import java.util.Locale;

/** A tenant's enterprise in tests: a domain that is its own, connectors, and who came by them. */
class Enterprise {
  final ApiClient api;
  final String domain = "e" + Ids.shortId().toLowerCase(Locale.ROOT) + ".example";

  Enterprise(ApiClient api) {
    this.api = api;
  }

  String address() {
    return "p" + Ids.shortId() + "@" + domain;
  }

  String connector(String provider, String config) {
    return connector(provider, config, "");
  }

  /** A connector of the domain; what is said besides begins with a comma. */
  String connector(String provider, String config, String more) {
    Answer made =
        api.post(
            "/api/sso-connectors",
            "{\"providerName\":\"%s\",\"connectorName\":\"%s\",\"config\":%s,\"domains\":[\"%s\"]%s}"
                .formatted(provider, Ids.shortId(), config, domain, more));
    assertEquals(200, made.status(), made.text());
    return made.json().path("id").asText();
  }

  void change(String connector, String patch) {
    Answer changed = api.patch("/api/sso-connectors/" + connector, patch);
    assertEquals(200, changed.status(), changed.text());
  }

  void settings(String patch) {
    Answer changed = api.patch("/api/sign-in-exp", patch);
    assertEquals(200, changed.status(), changed.text());
  }

  /** The account, with the identities at enterprises' providers. */
  JsonNode user(String id) {
    Answer found = api.get("/api/users/" + id + "?includeSsoIdentities=true");
    assertEquals(200, found.status(), found.text());
    return found.json();
  }
}
