package io.gatehouse.testing;

import io.gatehouse.credential.PasswordHasher;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.NewUser;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People with an account. */
@Singleton
public class People {
  public static final String PASSWORD = "four-Wet_horses";

  private final Users users;
  private final PasswordHasher hasher;

  People(Users users, PasswordHasher hasher) {
    this.users = users;
    this.hasher = hasher;
  }

  /** Somebody with a username and {@link #PASSWORD}. */
  public User anybody() {
    return with(username(), null);
  }

  public User with(@Nullable String username, @Nullable String email) {
    return in(TenantId.DEFAULT, username, email);
  }

  /** Somebody who has registered. */
  public User find(String id) {
    return users.find(TenantId.DEFAULT, id).orElseThrow();
  }

  /** Somebody of any tenant. */
  public User in(TenantId tenant, @Nullable String username, @Nullable String email) {
    return users.create(
        tenant,
        new NewUser(
            username,
            email,
            null,
            null,
            null,
            JsonCodec.object(),
            JsonCodec.object(),
            hasher.hash(PASSWORD),
            Map.of(),
            null,
            JsonCodec.object()));
  }

  /** A username that nobody has. */
  public static String username() {
    return "u_" + Ids.shortId();
  }
}
