package io.gatehouse.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.UserError;
import io.gatehouse.user.Users;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Two people of the admin tenant, {@code test1} and {@code test2}, whom tests may count on. */
@Singleton
class SeededUsers {
  /** After the migrations, before the listeners open. */
  private static final int SEEDING = 300;

  private final Users users;

  SeededUsers(Users users) {
    this.users = users;
  }

  void seed(@Observes @Priority(SEEDING) StartupEvent started) {
    List.of("test1", "test2").forEach(this::seed);
  }

  private void seed(String username) {
    boolean known = users.forSignIn(TenantId.ADMIN, Identifier.username(username)).isPresent();
    if (!known) {
      create(username);
    }
  }

  /** Another node may have been quicker. */
  private void create(String username) {
    var none = JsonNodeFactory.instance;
    NewUser user =
        new NewUser(
            username,
            null,
            null,
            username,
            null,
            none.objectNode(),
            none.objectNode(),
            null,
            Map.of(),
            null,
            none.objectNode());
    try {
      users.create(TenantId.ADMIN, user);
    } catch (RequestException taken) {
      if (taken.code() != UserError.USERNAME_IN_USE) {
        throw taken;
      }
    }
  }
}
