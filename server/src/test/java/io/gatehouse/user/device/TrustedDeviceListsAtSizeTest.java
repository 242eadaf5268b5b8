package io.gatehouse.user.device;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.LOADED_AT;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.list.Page;
import io.gatehouse.testing.size.Measures;
import io.gatehouse.user.device.TrustedDeviceStore.Owner;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The browsers that a person trusts are found among those of everybody. */
class TrustedDeviceListsAtSizeTest {
  @Test
  @Measures("/api/users/{id}/trusted-devices")
  void theBrowsersThatAPersonTrusts() {
    Owner owner = new Owner(ID, "u0000001", LOADED_AT, LOADED_AT.minus(Duration.ofDays(30)));
    compare(
        "trusted browsers of a person",
        db -> assertEquals(50, new TrustedDeviceStore(db).list(owner, new Page(1, 20)).total()));
  }
}
