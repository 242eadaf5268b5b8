package io.gatehouse.hook;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static io.gatehouse.testing.size.LargeTenant.comparePages;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the log knows of a hook is found whatever else is in the log. */
class HookListsAtSizeTest {
  private static final Instant DAY_AGO = LargeTenant.LOADED_AT.minus(Duration.ofDays(1));

  @Test
  @Measures("/api/hooks")
  void thePagesOfHooks() {
    comparePages(
        "hooks",
        200,
        (db, page) ->
            new HookStore(db, new TestHooks(db, InstantSource.system()).secrets()).list(ID, page));
  }

  @Test
  @Measures("/api/hooks/{id}/recent-logs")
  void theAttemptsOfADay() {
    comparePages(
        "attempts to tell a hook",
        2_500,
        (db, page) ->
            new HookLogStore(db)
                .list(
                    ID,
                    new HookLog.Filter(
                        LargeTenant.HOOK,
                        Optional.empty(),
                        Optional.of(DAY_AGO),
                        Optional.empty(),
                        false),
                    page));
    compare(
        "how the attempts ended",
        db ->
            assertEquals(
                Map.of(LargeTenant.HOOK, new ExecutionStats(0, 2_500)),
                new HookLogStore(db).stats(ID, List.of(LargeTenant.HOOK), DAY_AGO)));
  }
}
