package io.gatehouse.interaction.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.gatehouse.user.sso.SsoIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a sign-in will write to the account when it ends. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PendingProfile(
    @Nullable String username,
    @Nullable String primaryEmail,
    @Nullable String primaryPhone,
    @Nullable String name,
    @Nullable String avatar,
    @Nullable PasswordHash password,
    @Nullable SocialIdentity socialIdentity,
    @Nullable SsoIdentity enterpriseSsoIdentity,
    @Nullable ObjectNode profile,
    @Nullable ObjectNode customData) {

  public static final PendingProfile EMPTY =
      new PendingProfile(null, null, null, null, null, null, null, null, null, null);

  /** An account at a social provider. */
  public record SocialIdentity(String target, ObjectNode userInfo) {
    /** As the account keeps it. */
    public Map<String, User.Identity> asIdentities() {
      return Map.of(target, new User.Identity(userInfo.path("id").asText(), userInfo));
    }
  }

  /** The identifiers among it. */
  public List<Identifier> identifiers() {
    List<Identifier> all = new ArrayList<>();
    if (username != null) {
      all.add(Identifier.username(username));
    }
    if (primaryEmail != null) {
      all.add(Identifier.email(primaryEmail));
    }
    if (primaryPhone != null) {
      all.add(Identifier.phone(primaryPhone));
    }
    return all;
  }

  /** With this identifier. */
  public PendingProfile with(Identifier identifier) {
    String value = identifier.value();
    return switch (identifier.type()) {
      case USERNAME -> but(copy -> copy.username = value);
      case EMAIL -> but(copy -> copy.primaryEmail = value);
      case PHONE -> but(copy -> copy.primaryPhone = value);
    };
  }

  public PendingProfile with(PasswordHash chosen) {
    return but(copy -> copy.password = chosen);
  }

  public PendingProfile with(SocialIdentity identity) {
    return but(copy -> copy.socialIdentity = identity);
  }

  public PendingProfile with(SsoIdentity identity) {
    return but(copy -> copy.enterpriseSsoIdentity = identity);
  }

  /** With the name and picture that a provider told, where it told any. */
  public PendingProfile withLooks(@Nullable String newName, @Nullable String newAvatar) {
    return but(copy -> {
      copy.name = newName == null ? name : newName;
      copy.avatar = newAvatar == null ? avatar : newAvatar;
    });
  }

  /** With what the registration form asked for besides. */
  public PendingProfile withExtra(ObjectNode standard, ObjectNode custom) {
    return but(copy -> {
      copy.profile = merged(profile, standard);
      copy.customData = merged(customData, custom);
    });
  }

  private static ObjectNode merged(@Nullable ObjectNode before, ObjectNode more) {
    ObjectNode merged = before == null ? JsonCodec.object() : before.deepCopy();
    merged.setAll(more);
    return merged;
  }

  private PendingProfile but(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  /** All of it, to change some members. */
  private static final class Copy {
    @Nullable String username;
    @Nullable String primaryEmail;
    @Nullable String primaryPhone;
    @Nullable String name;
    @Nullable String avatar;
    @Nullable PasswordHash password;
    @Nullable SocialIdentity socialIdentity;
    @Nullable SsoIdentity enterpriseSsoIdentity;
    @Nullable ObjectNode profile;
    @Nullable ObjectNode customData;

    Copy(PendingProfile original) {
      username = original.username;
      primaryEmail = original.primaryEmail;
      primaryPhone = original.primaryPhone;
      name = original.name;
      avatar = original.avatar;
      password = original.password;
      socialIdentity = original.socialIdentity;
      enterpriseSsoIdentity = original.enterpriseSsoIdentity;
      profile = original.profile;
      customData = original.customData;
    }

    PendingProfile made() {
      return new PendingProfile(
          username,
          primaryEmail,
          primaryPhone,
          name,
          avatar,
          password,
          socialIdentity,
          enterpriseSsoIdentity,
          profile,
          customData);
    }
  }
}
