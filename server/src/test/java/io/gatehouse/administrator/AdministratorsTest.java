package io.gatehouse.administrator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.holder.HeldRoles;
import io.gatehouse.access.role.holder.RoleHolder;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On a new database; the only test that ends its time without an administrator. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AdministratorsTest {
  private static final RoleId ADMINISTRATES = new RoleId("default-admin-role");

  @Inject Administrators administrators;
  @Inject SignInExperiences experiences;
  @Inject HeldRoles roles;
  @Inject Users users;

  @Test
  void ofSixteenWhoComeFirstOneIsPutInChargeAndTheDoorIsClosed() throws Exception {
    assertTrue(administrators.awaitsTheFirst(TenantId.ADMIN));
    assertFalse(administrators.awaitsTheFirst(TenantId.DEFAULT));
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Optional<User>>> attempts =
          IntStream.range(0, 16)
              .<Callable<Optional<User>>>mapToObj(
                  i -> () -> administrators.createFirst(named("first" + i)))
              .toList();
      int winners = 0;
      for (Future<Optional<User>> each : threads.invokeAll(attempts)) {
        Optional<User> user = each.get();
        if (user.isPresent()) {
          winners++;
          RoleHolder holder = new RoleHolder.User(user.get().id());
          assertTrue(roles.holds(TenantId.ADMIN, holder, ADMINISTRATES));
        }
      }
      assertEquals(1, winners);
    }
    long accounts =
        IntStream.range(0, 16)
            .filter(
                i -> users.forSignIn(TenantId.ADMIN, Identifier.username("first" + i)).isPresent())
            .count();
    assertEquals(1, accounts, "those who came too late left nothing behind");
    assertFalse(experiences.of(TenantId.ADMIN).registers());
    assertTrue(experiences.of(TenantId.ADMIN).signsIn());
    assertFalse(administrators.awaitsTheFirst(TenantId.ADMIN));
  }

  private static NewUser named(String username) {
    return new NewUser(
        username,
        null,
        null,
        null,
        null,
        JsonCodec.object(),
        JsonCodec.object(),
        null,
        Map.of(),
        null,
        JsonCodec.object());
  }
}
