package io.gatehouse.session.list;

import static io.gatehouse.testing.size.LargeTenant.ID;
import static io.gatehouse.testing.size.LargeTenant.compare;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person's sessions and grants are found among those of everybody. */
class SessionListsAtSizeTest {

  @Test
  void theSessionsAndGrantsOfAPerson() {
    compare(
        "sessions of a person",
        db ->
            assertEquals(
                50, new UserSessionStore(db).sessions(ID, "u0000001", Instant.now()).size()));
    compare(
        "grants of a person",
        db ->
            assertEquals(
                50,
                new UserSessionStore(db)
                    .grants(ID, "u0000001", Optional.empty(), Instant.now())
                    .size()));
  }
}
