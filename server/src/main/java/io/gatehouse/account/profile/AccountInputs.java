package io.gatehouse.account.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Url;
import io.gatehouse.user.administration.OwnPatch;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The bodies of what people do with their own account. */
public interface AccountInputs {
  /** What usernames are made of. */
  String USERNAME = OwnPatch.USERNAME;

  /**
   * What is to change; {@code null} clears.
   *
   * @param customData in the place of all that was there
   */
  @Input
  record Patch(
      Change<String> name,
      Change<@Url String> avatar,
      Change<@Pattern(regexp = USERNAME) String> username,
      @Nullable ObjectNode customData) {}

  /** A password in clear. */
  @Input
  record Password(@Size(min = 1, max = 1024) String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Password";
    }
  }

  /** An e-mail address and the proof that it is the person's. */
  @Input
  record Email(
      @Pattern(regexp = "^\\S+@\\S+\\.\\S+$") @Size(max = 128) String email,
      @Size(max = 128) String newIdentifierVerificationRecordId) {}

  /** A number and the proof that it is the person's. */
  @Input
  record Phone(
      @Pattern(regexp = "^\\d+$") @Size(max = 128) String phone,
      @Size(max = 128) String newIdentifierVerificationRecordId) {}

  /** The proof of an account at a social provider. */
  @Input
  record Identity(@Size(max = 128) String newIdentifierVerificationRecordId) {}
}
