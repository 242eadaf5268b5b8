package io.gatehouse.user.administration;

import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Pattern;

/** What people change of their own account without proving anything more. */
@Input
public record OwnPatch(
    Change<@EmptyIsNull @Pattern(regexp = OwnPatch.USERNAME) String> username,
    Change<@EmptyIsNull String> name,
    Change<@EmptyIsNull @Url String> avatar) {
  /** What usernames are made of. */
  public static final String USERNAME = UserInput.USERNAME;

  /** The same as a change of a person. */
  public UserPatch patch() {
    return new UserPatch(username, Change.keep(), Change.keep(), name, avatar, null, null);
  }
}
