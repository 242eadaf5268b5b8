package io.gatehouse.interaction.step.sso;

import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.JourneyEvents;
import io.gatehouse.organization.jit.JustInTime;
import io.gatehouse.user.sso.SsoIdentities;
import io.gatehouse.user.sso.SsoIdentity;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes down who somebody is at their enterprise, and lets them into its organizations. */
@Singleton
public class SsoLinking {
  private final SsoIdentities identities;
  private final JustInTime justInTime;
  private final JourneyEvents events;

  SsoLinking(SsoIdentities identities, JustInTime justInTime, JourneyEvents events) {
    this.identities = identities;
    this.justInTime = justInTime;
    this.events = events;
  }

  /**
   * Links the identity that the sign-in has brought, if any; belongs into its transaction. Who is
   * linked for the first time joins: whoever was taken out of an organization later stays out.
   *
   * @return whether an identity was linked that was not before
   */
  public boolean link(Journey journey, String userId) {
    SsoIdentity identity = journey.state().profile().enterpriseSsoIdentity();
    if (identity == null || !identities.put(journey.tenantId(), userId, identity)) {
      return false;
    }
    justInTime
        .joinThrough(journey.tenantId(), userId, identity.ssoConnectorId(), List.of())
        .forEach(organization -> events.joined(journey, organization, userId));
    return true;
  }
}
