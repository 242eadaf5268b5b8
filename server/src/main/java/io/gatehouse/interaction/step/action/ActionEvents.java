package io.gatehouse.interaction.step.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.Applications;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.script.Actions;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Makes what actions are told. */
@Singleton
class ActionEvents {
  private final Applications applications;

  ActionEvents(Applications applications) {
    this.applications = applications;
  }

  /** What both moments share. */
  Actions.Event of(Journey journey, @Nullable User user) {
    ObjectNode json = JsonCodec.object();
    json.put("interactionEvent", InteractionEvent.SIGN_IN.wire());
    json.set("user", user == null ? null : Users.members(user));
    applications
        .find(journey.tenantId(), journey.interaction().applicationId())
        .map(Applications::members)
        .ifPresent(application -> json.set("application", application));
    json.put("ip", journey.visitor().ip());
    json.put("userAgent", journey.visitor().userAgent());
    json.set("signInContext", journey.visitor().signInContext());
    return new Actions.Event(
        json, journey.interaction().applicationId(), user == null ? null : user.id());
  }
}
