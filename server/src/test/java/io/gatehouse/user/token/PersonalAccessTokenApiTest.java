package io.gatehouse.user.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PersonalAccessTokenApiTest {
  @Inject ApiClients clients;
  @Inject People people;
  @Inject Db db;

  private ApiClient api;
  private String tokens;

  @BeforeEach
  void prepare() {
    api = clients.management();
    tokens = "/api/users/" + people.anybody().id() + "/personal-access-tokens";
  }

  @Test
  void aTokenIsMadeShownAgainRenamedAndDeleted() {
    Answer made = api.post(tokens, "{\"name\":\"CI / nightly\"}");
    assertEquals(201, made.status(), made.text());
    JsonNode token = made.json();
    assertTrue(token.get("value").asText().matches("pat_[0-9A-Za-z]{32}"), made.text());
    assertTrue(token.get("expiresAt").isNull());
    assertEquals("default", token.get("tenantId").asText());
    assertEquals(token, api.get(tokens).json().get(0));
    Answer renamed = api.patch(tokens, "{\"name\":\"nightly\",\"currentName\":\"CI / nightly\"}");
    assertEquals(200, renamed.status(), renamed.text());
    assertEquals(token.get("value"), renamed.json().get("value"));
    assertEquals(200, api.patch(tokens, "{\"name\":\"nightly\"}").status());
    assertEquals(
        "weekly",
        api.patch(tokens + "/nightly", "{\"name\":\"weekly\"}").json().get("name").asText());
    assertEquals(204, api.delete(tokens + "/weekly").status());
    assertEquals(404, api.delete(tokens + "/weekly").status());
    assertEquals("[]", api.get(tokens).text());
  }

  @Test
  void aNameIsThePersonsOnlyOnceAndAPastEndIsRefused() {
    assertEquals(201, api.post(tokens, "{\"name\":\"one\",\"expiresAt\":4102444800000}").status());
    Answer twice = api.post(tokens, "{\"name\":\"one\"}");
    assertEquals(422, twice.status());
    assertEquals("user.personal_access_token_name_exists", twice.code());
    api.post(tokens, "{\"name\":\"two\"}");
    assertEquals(422, api.patch(tokens + "/two", "{\"name\":\"one\"}").status());
    assertEquals(
        "request.invalid_input", api.post(tokens, "{\"name\":\"late\",\"expiresAt\":1000}").code());
    assertEquals("entity.not_exists", api.patch(tokens + "/none", "{\"name\":\"x\"}").code());
    assertEquals(204, api.post(tokens + "/delete", "{\"name\":\"two\"}").status());
    assertEquals(404, api.post(tokens + "/delete", "{\"name\":\"two\"}").status());
  }

  @Test
  void nobodyHasNoTokens() {
    String nobody = "/api/users/nobody/personal-access-tokens";
    assertEquals("entity.not_found", api.get(nobody).code());
    Answer made = api.post(nobody, "{\"name\":\"x\"}");
    assertEquals(404, made.status());
    assertEquals("entity.relation_foreign_key_not_found", made.code());
  }

  @Test
  void theDatabaseHoldsNoValueInClear() {
    String value = api.post(tokens, "{\"name\":\"one\"}").json().get("value").asText();
    byte[] stored =
        db.query(
                TenantId.DEFAULT,
                "select value from personal_access_tokens where tenant_id = 'default'",
                row -> row.bytes("value"))
            .getFirst();
    assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains(value));
  }
}
