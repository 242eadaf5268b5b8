package io.gatehouse.hook.delivery;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;

import io.gatehouse.hook.TestHooks;
import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The deliveries to a hook are listed whatever else is in the outbox. */
class DeliveryListsAtSizeTest {

  @Test
  @Measures("/api/hooks/{id}/deliveries")
  void thePagesOfDeliveries() {
    for (DeliveryState state : DeliveryState.values()) {
      comparePages(
          "deliveries to a hook, " + state,
          2_500,
          (db, page) ->
              new DeliveryStore(db, new TestHooks(db, InstantSource.system()).secrets())
                  .list(ID, LargeTenant.HOOK, state, page));
    }
  }
}
