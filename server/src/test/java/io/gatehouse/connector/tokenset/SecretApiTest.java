package io.gatehouse.connector.tokenset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SecretApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void whatIsNotKeptCannotBeForgotten() {
    Answer answer = api.delete("/api/secrets/unknown");
    assertEquals(404, answer.status());
    assertEquals("entity.not_found", answer.code());
  }
}
