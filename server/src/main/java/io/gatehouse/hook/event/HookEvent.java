package io.gatehouse.hook.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** What a webhook can tell of; the names are those of the wire. */
public enum HookEvent {
  POST_REGISTER("PostRegister"),
  POST_SIGN_IN("PostSignIn"),
  POST_SIGN_IN_ADAPTIVE_MFA_TRIGGERED("PostSignInAdaptiveMfaTriggered"),
  POST_RESET_PASSWORD("PostResetPassword"),
  USER_CREATED("User.Created"),
  USER_DELETED("User.Deleted"),
  USER_DATA_UPDATED("User.Data.Updated"),
  USER_SUSPENSION_STATUS_UPDATED("User.SuspensionStatus.Updated"),
  TRUSTED_DEVICE_CREATED("TrustedDevice.Created"),
  TRUSTED_DEVICE_DELETED("TrustedDevice.Deleted"),
  ROLE_CREATED("Role.Created"),
  ROLE_DELETED("Role.Deleted"),
  ROLE_DATA_UPDATED("Role.Data.Updated"),
  ROLE_SCOPES_UPDATED("Role.Scopes.Updated"),
  SCOPE_CREATED("Scope.Created"),
  SCOPE_DELETED("Scope.Deleted"),
  SCOPE_DATA_UPDATED("Scope.Data.Updated"),
  ORGANIZATION_CREATED("Organization.Created"),
  ORGANIZATION_DELETED("Organization.Deleted"),
  ORGANIZATION_DATA_UPDATED("Organization.Data.Updated"),
  ORGANIZATION_MEMBERSHIP_UPDATED("Organization.Membership.Updated"),
  ORGANIZATION_ROLE_CREATED("OrganizationRole.Created"),
  ORGANIZATION_ROLE_DELETED("OrganizationRole.Deleted"),
  ORGANIZATION_ROLE_DATA_UPDATED("OrganizationRole.Data.Updated"),
  ORGANIZATION_ROLE_SCOPES_UPDATED("OrganizationRole.Scopes.Updated"),
  ORGANIZATION_SCOPE_CREATED("OrganizationScope.Created"),
  ORGANIZATION_SCOPE_DELETED("OrganizationScope.Deleted"),
  ORGANIZATION_SCOPE_DATA_UPDATED("OrganizationScope.Data.Updated"),
  IDENTIFIER_LOCKOUT("Identifier.Lockout"),
  MESSAGE_RATE_LIMITED("Message.RateLimited"),
  GRANT_LIMIT_EXCEEDED("Grant.LimitExceeded");

  private static final String LOG_KEY = "TriggerHook.";

  private final String wire;

  HookEvent(String wire) {
    this.wire = wire;
  }

  @JsonValue
  public String wire() {
    return wire;
  }

  /** The event that we wrote down under this name. */
  public static HookEvent of(String wire) {
    return Arrays.stream(values())
        .filter(event -> event.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(wire));
  }

  /** The key of the log's entries about its deliveries. */
  public String logKey() {
    return LOG_KEY + wire;
  }

  /** The keys of all entries about deliveries. */
  public static List<String> logKeys() {
    return Arrays.stream(values()).map(HookEvent::logKey).toList();
  }

  /** Whether it is the end of a sign-in, whose body differs from that of all others. */
  public boolean ofInteraction() {
    return !wire.contains(".");
  }

  /** What it is about: {@code OrganizationRole}; ends of sign-ins are about people. */
  public String noun() {
    return ofInteraction() ? "User" : wire.substring(0, wire.indexOf('.'));
  }

  /** Whether its subject did not exist before, so that only the answer names it. */
  boolean creates() {
    return wire.endsWith(".Created");
  }
}
