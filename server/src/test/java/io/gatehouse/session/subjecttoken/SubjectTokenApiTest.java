package io.gatehouse.session.subjecttoken;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SubjectTokenApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Inject SubjectTokens tokens;

  @Test
  void aTokenIsIssuedForAPersonAndRedeemedOnce() throws Exception {
    String user =
        api.post("/api/users", "{\"username\":\"s%s\"}".formatted(Ids.shortId()))
            .json()
            .get("id")
            .asText();
    Answer issued =
        api.post(
            "/api/subject-tokens",
            "{\"userId\":\"%s\",\"context\":{\"ticket\":7}}".formatted(user));
    assertEquals(201, issued.status(), issued.text());
    assertEquals(600, issued.json().get("expiresIn").asInt());
    String token = issued.json().get("subjectToken").asText();
    assertEquals(25, token.length());
    try (var threads = Executors.newFixedThreadPool(16)) {
      var winners =
          threads
              .invokeAll(
                  IntStream.range(0, 16)
                      .<Callable<Optional<SubjectToken>>>mapToObj(
                          i -> () -> tokens.redeem(TenantId.DEFAULT, token))
                      .toList())
              .stream()
              .map(future -> future.resultNow())
              .flatMap(Optional::stream)
              .toList();
      assertEquals(1, winners.size());
      assertEquals(user, winners.getFirst().userId());
      assertEquals(7, winners.getFirst().context().get("ticket").asInt());
      assertEquals("machine", winners.getFirst().creatorId());
    }
  }

  @Test
  void nobodyIsActedForWhoDoesNotExist() {
    Answer unknown = api.post("/api/subject-tokens", "{\"userId\":\"nobody\"}");
    assertEquals(404, unknown.status());
    assertEquals("entity.relation_foreign_key_not_found", unknown.code());
    Answer tooLong =
        api.post("/api/subject-tokens", "{\"userId\":\"%s\"}".formatted("x".repeat(22)));
    assertEquals(422, tooLong.status());
    assertEquals("entity.value_too_long", tooLong.code());
    assertEquals(Optional.empty(), tokens.redeem(TenantId.DEFAULT, "sub_unknown"));
  }
}
