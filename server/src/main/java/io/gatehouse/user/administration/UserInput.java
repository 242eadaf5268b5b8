package io.gatehouse.user.administration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.HashMethod;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.platform.input.Url;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A person whom an administrator adds; nothing of it is required. */
@Input
record UserInput(
    @Nullable @Pattern(regexp = UserInput.USERNAME) String username,
    @Nullable @ShapedBy(EmailShape.class) String primaryEmail,
    @Nullable @Pattern(regexp = UserInput.PHONE) String primaryPhone,
    @Nullable @Size(min = 1) String password,
    @Nullable @Size(max = 256) String passwordDigest,
    @Nullable HashMethod passwordAlgorithm,
    @Nullable String name,
    @Nullable @NullAllowed @EmptyIsNull @Url String avatar,
    @Nullable ObjectNode customData,
    @Nullable UserProfile profile) {

  /** The last part refuses a line break at the end, which {@code $} alone lets through. */
  static final String USERNAME = "^[A-Z_a-z][A-Za-z0-9_]*$(?![\\s\\S])";

  static final String PHONE = "^[0-9]+$(?![\\s\\S])";
}
