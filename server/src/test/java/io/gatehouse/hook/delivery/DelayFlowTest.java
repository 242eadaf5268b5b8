package io.gatehouse.hook.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.HookReceiver.Received;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DelayFlowTest {
  private static final Duration BUDGET = Duration.ofMillis(100);
  private static final int CHANGES = 15;

  @Inject ApiClients clients;

  /** From the time in the event to its arrival; the median, as the machine may be busy. */
  @Test
  void inAnIdleServerAnEventArrivesWithinATenthOfASecond() throws InterruptedException {
    ApiClient api = clients.management();
    try (HookReceiver receiver = new HookReceiver()) {
      String hook =
          made(
              api,
              "/api/hooks",
              "{\"events\":[\"Role.Data.Updated\"],\"config\":{\"url\":\"%s\"}}"
                  .formatted(receiver.url()));
      String role = made(api, "/api/roles", "{\"name\":\"timed\",\"description\":\"d\"}");
      List<Duration> delays = new ArrayList<>();
      for (int i = 0; i < CHANGES; i++) {
        Thread.sleep(50);
        String description = "d" + i;
        api.patch("/api/roles/" + role, "{\"description\":\"" + description + "\"}");
        Received told =
            receiver.await(r -> r.json().at("/data/description").asText().equals(description));
        delays.add(
            Duration.between(Instant.parse(told.json().get("createdAt").asText()), told.at()));
      }
      api.delete("/api/roles/" + role);
      api.delete("/api/hooks/" + hook);
      delays.sort(null);
      Duration median = delays.get(CHANGES / 2);
      assertTrue(median.compareTo(BUDGET) < 0, "of " + delays);
    }
  }

  private static String made(ApiClient api, String path, String body) {
    return api.post(path, body).json().get("id").asText();
  }
}
