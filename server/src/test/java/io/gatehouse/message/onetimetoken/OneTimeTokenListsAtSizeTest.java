package io.gatehouse.message.onetimetoken;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.comparePages;
import static io.gatehouse.testing.size.LargeTenant.fewest;

import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.testing.size.LargeTenant;
import io.gatehouse.testing.size.Measures;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One-time tokens are listed however many there are. */
class OneTimeTokenListsAtSizeTest {
  private static final MasterKeys KEYS = MasterKeys.parse(LargeTenant.MASTER_KEY);

  @Test
  @Measures("/api/one-time-tokens")
  void thePagesOfTokens() {
    comparePages(
        "one-time tokens",
        fewest() / 10,
        (db, page) -> store(db).list(ID, Optional.empty(), Optional.empty(), page));
    comparePages(
        "one-time tokens of an address",
        50,
        (db, page) -> store(db).list(ID, Optional.of(LargeTenant.ASKED), Optional.empty(), page));
  }

  private static OneTimeTokenStore store(Db db) {
    return new OneTimeTokenStore(db, new Sealer(KEYS), KEYS);
  }
}
