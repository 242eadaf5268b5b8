package io.gatehouse.interaction.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.Applications;
import io.gatehouse.hook.event.EventBody;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.organization.OrganizationId;
import io.gatehouse.organization.member.MemberKind;
import io.gatehouse.organization.member.Members;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.Users;
import io.gatehouse.user.device.TrustedDevice;
import io.gatehouse.user.device.TrustedDevices;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells hooks of what happens during sign-ins. */
@Singleton
public class JourneyEvents {
  private final HookEvents events;
  private final Users users;
  private final Applications applications;

  JourneyEvents(HookEvents events, Users users, Applications applications) {
    this.events = events;
    this.users = users;
    this.applications = applications;
  }

  /** Whether a hook wants to hear of this. */
  public boolean heard(Journey journey, HookEvent event) {
    return events.wanted(journey.tenantId(), event);
  }

  /** A sign-in, registration or recovery has ended; belongs into its transaction. */
  public void ended(Journey journey, HookEvent event, String userId) {
    events.raise(journey.tenantId(), event, userId, () -> signIn(journey, userId).json());
  }

  /**
   * A second factor was asked for because of what is unusual about a sign-in, however that goes on.
   *
   * @param rules what is unusual
   */
  public void unusual(Journey journey, String userId, List<?> rules) {
    events.raise(
        journey.tenantId(),
        HookEvent.POST_SIGN_IN_ADAPTIVE_MFA_TRIGGERED,
        userId,
        () ->
            signIn(journey, userId)
                .with(
                    "adaptiveMfaResult",
                    JsonCodec.mapper()
                        .<ObjectNode>valueToTree(
                            Map.of("requiresMfa", true, "triggeredRules", rules)))
                .json());
  }

  private EventBody signIn(Journey journey, String userId) {
    return EventBody.empty()
        .with("interactionEvent", interactionEvent(journey))
        .with("sessionId", journey.name())
        .with("userAgent", journey.visitor().userAgent())
        .with("userId", userId)
        .with("userIp", journey.visitor().ip())
        .with("user", user(journey, userId))
        .with("application", application(journey));
  }

  /** An account was made or written; belongs into the transaction of that. */
  public void wrote(Journey journey, HookEvent event, String userId) {
    events.raise(
        journey.tenantId(),
        event,
        userId,
        () -> base(journey).with("data", user(journey, userId)).json());
  }

  /**
   * A browser is trusted from now on; belongs into the transaction of that. Where it is, is not
   * told.
   */
  public void trusted(Journey journey, String userId, TrustedDevice device) {
    events.raise(
        journey.tenantId(),
        HookEvent.TRUSTED_DEVICE_CREATED,
        device.id(),
        () -> {
          ObjectNode body =
              base(journey)
                  .with(
                      "data",
                      JsonCodec.mapper()
                          .<ObjectNode>valueToTree(TrustedDevices.members(userId, device)))
                  .json();
          body.remove("ip");
          return body;
        });
  }

  /** A new person belongs to an organization from now on; belongs into the transaction of that. */
  public void joined(Journey journey, OrganizationId organization, String userId) {
    events.raise(
        journey.tenantId(),
        HookEvent.ORGANIZATION_MEMBERSHIP_UPDATED,
        organization.value(),
        () ->
            base(journey)
                .withAll(
                    JsonCodec.mapper()
                        .<ObjectNode>valueToTree(
                            Members.eventMembers(
                                MemberKind.USER, organization, List.of(), List.of(userId))))
                .json());
  }

  /** Too many guesses: nobody gets in under this name for a while. */
  void lockedOut(Journey journey, String type, String value) {
    events.raise(
        journey.tenantId(),
        HookEvent.IDENTIFIER_LOCKOUT,
        value,
        () -> base(journey).with("type", type).with("value", value).json());
  }

  /** Too many messages: this recipient gets none for a while. */
  public void rateLimited(Journey journey, Identifier recipient) {
    events.raise(
        journey.tenantId(),
        HookEvent.MESSAGE_RATE_LIMITED,
        recipient.value(),
        () ->
            base(journey)
                .with("action", "VerificationCodeSend")
                .with("recipient", recipient.value())
                .json());
  }

  private EventBody base(Journey journey) {
    return EventBody.empty()
        .with("interactionEvent", interactionEvent(journey))
        .with("userAgent", journey.visitor().userAgent())
        .with("applicationId", journey.interaction().applicationId())
        .with("sessionId", journey.name())
        .with("ip", journey.visitor().ip())
        .with("application", application(journey));
  }

  private static @Nullable String interactionEvent(Journey journey) {
    InteractionEvent event = journey.state().interactionEvent();
    return event == null ? null : event.wire();
  }

  private @Nullable ObjectNode user(Journey journey, String userId) {
    return users.find(journey.tenantId(), userId).map(Users::members).orElse(null);
  }

  private @Nullable ObjectNode application(Journey journey) {
    return applications
        .find(journey.tenantId(), journey.interaction().applicationId())
        .map(Applications::members)
        .orElse(null);
  }
}
