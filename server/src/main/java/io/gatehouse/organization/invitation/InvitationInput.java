package io.gatehouse.organization.invitation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.ShapedBy;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to be made.
 *
 * @param messagePayload what the e-mail says besides; without it, or with {@code false}, none is
 *     sent
 */
@Input
record InvitationInput(
    @Nullable @NullAllowed @Size(max = 21) String inviterId,
    @Email @Size(max = 256) String invitee,
    @Size(min = 1, max = 21) String organizationId,
    Instant expiresAt,
    @Nullable List<@Size(min = 1) String> organizationRoleIds,
    @ShapedBy(MessagePayload.OrFalse.class) @Nullable ObjectNode messagePayload) {

  List<String> roleIds() {
    return organizationRoleIds == null ? List.of() : organizationRoleIds;
  }

  /** What becomes of an invitation. */
  @Input
  record Answer(Decision status, @Nullable @NullAllowed @Size(max = 21) String acceptedUserId) {}

  /** What can become of an invitation; the names are those of the API. */
  enum Decision {
    Accepted,
    Revoked
  }
}
