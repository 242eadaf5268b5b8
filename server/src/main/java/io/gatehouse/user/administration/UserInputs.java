package io.gatehouse.user.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The small bodies of the operations on one person. */
interface UserInputs {

  /** Members to set in the custom data. */
  @Input
  record CustomData(ObjectNode customData) {}

  /** Members to set in the profile. */
  @Input
  record Profile(UserProfile profile) {}

  /** A password in clear. */
  @Input
  record Password(@Size(min = 1) String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Password";
    }
  }

  /** A password that somebody thinks of, and whose it would be. */
  @Input
  record PasswordCheck(String password, @Nullable String userId) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "PasswordCheck";
    }
  }

  /** Whether the password must be replaced at the next sign-in. */
  @Input
  record Expiration(boolean isExpired) {}

  /** Whether the person is shut out. */
  @Input
  record Suspension(boolean isSuspended) {}

  /** An account at a social provider. */
  @Input
  record Identity(String userId, @Nullable ObjectNode details) {}

  /** The roles that the person is to have. */
  @Input
  record RoleIds(List<@Size(min = 1) String> roleIds) {}
}
