package io.gatehouse.user.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What an administrator changes of a person; {@code ""} and {@code null} clear a text. */
@Input
public record UserPatch(
    Change<@EmptyIsNull @Pattern(regexp = UserInput.USERNAME) String> username,
    Change<@ShapedBy(EmailShape.OrEmpty.class) String> primaryEmail,
    Change<@EmptyIsNull @Pattern(regexp = UserInput.PHONE) String> primaryPhone,
    Change<@EmptyIsNull String> name,
    Change<@EmptyIsNull @Url String> avatar,
    @Nullable ObjectNode customData,
    @Nullable UserProfile profile) {

  boolean isEmpty() {
    return !username.isSet()
        && !primaryEmail.isSet()
        && !primaryPhone.isSet()
        && !name.isSet()
        && !avatar.isSet()
        && customData == null
        && profile == null;
  }
}
