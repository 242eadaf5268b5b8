package io.gatehouse.platform.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SlowSearchApiTest {
  private static final TenantId TENANT = TenantId.DEFAULT;

  @Inject ApiClients clients;
  @Inject Db db;

  /** The table is kept from the search for as long as it waits. */
  @Test
  void aSearchThatTakesTooLongEndsWithAnAdvice() {
    ApiClient api = clients.management();
    Instant began = Instant.now();
    Answer answer =
        db.transaction(
            TENANT,
            () -> {
              db.update(TENANT, "lock table users in access exclusive mode");
              return api.get("/api/users?search=%25a%25");
            });
    Duration lasted = Duration.between(began, Instant.now());
    assertEquals(422, answer.status(), answer.text());
    assertEquals("request.search_too_slow", answer.code());
    assertTrue(answer.json().get("message").asText().contains("three letters"), answer.text());
    assertTrue(lasted.toSeconds() < 15, lasted.toString());
  }
}
