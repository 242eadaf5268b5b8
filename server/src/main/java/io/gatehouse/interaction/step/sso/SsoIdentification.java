package io.gatehouse.interaction.step.sso;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.enterprise.SsoConnector;
import io.gatehouse.enterprise.SsoConnectors;
import io.gatehouse.enterprise.provider.Provider;
import io.gatehouse.interaction.step.Identification;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.EnterpriseSso;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.UserKeys;
import io.gatehouse.user.Users;
import io.gatehouse.user.sso.SsoIdentities;
import io.gatehouse.user.sso.SsoIdentity;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who the person is whom an enterprise vouches for. It vouches for addresses of its own domains
 * only: whatever else its provider says, it opens nobody else's account and takes nobody's address.
 */
@Singleton
public class SsoIdentification {
  private final Users users;
  private final SsoIdentities identities;
  private final SsoConnectors connectors;

  SsoIdentification(Users users, SsoIdentities identities, SsoConnectors connectors) {
    this.users = users;
    this.identities = identities;
    this.connectors = connectors;
  }

  /** Identifies by the identity, or else by the address: from then on it is linked. */
  public InteractionState identify(Journey journey, EnterpriseSso record) {
    SsoIdentity identity = identity(record);
    SsoConnector connector = connectors.get(journey.tenantId(), record.connectorId());
    User user =
        known(journey, connector, identity)
            .or(() -> related(journey, connector, identity.detail()))
            .orElseThrow(StepError.SSO_IDENTITY_NOT_FOUND::exception);
    InteractionState state = Identification.accepted(journey.state(), user);
    PendingProfile profile = state.profile().with(identity);
    return state.with(connector.syncProfile() ? withLooks(profile, identity) : profile);
  }

  /** What a new account takes over: the identity, name and picture, and an address of its own. */
  public PendingProfile newcomer(Journey journey, EnterpriseSso record) {
    SsoIdentity identity = identity(record);
    SsoConnector connector = connectors.get(journey.tenantId(), record.connectorId());
    PendingProfile profile = withLooks(journey.state().profile().with(identity), identity);
    String email = ownEmail(connector, identity.detail());
    return email == null ? profile : profile.with(Identifier.email(email));
  }

  private static SsoIdentity identity(EnterpriseSso record) {
    ObjectNode info = record.enterpriseSsoUserInfo();
    String issuer = record.issuer();
    if (info == null || issuer == null) {
      throw StepError.NOT_VERIFIED.exception();
    }
    return new SsoIdentity(record.connectorId(), issuer, info.path("id").asText(), info);
  }

  /**
   * A provider of SAML calls itself what it likes, so that its people are known only by the
   * connector that they came by.
   */
  private Optional<User> known(Journey journey, SsoConnector connector, SsoIdentity identity) {
    Optional<SsoIdentities.Known> known =
        identities.find(journey.tenantId(), identity.issuer(), identity.identityId());
    boolean foreign =
        SsoConnectors.provider(connector).type() == Provider.Type.SAML
            && known.filter(each -> !each.ssoConnectorId().equals(connector.id())).isPresent();
    if (foreign) {
      throw UserError.IDENTITY_IN_USE.exception();
    }
    return known.map(SsoIdentities.Known::user);
  }

  private Optional<User> related(Journey journey, SsoConnector connector, ObjectNode info) {
    String email = ownEmail(connector, info);
    return email == null
        ? Optional.empty()
        : users.forSignIn(journey.tenantId(), Identifier.email(email)).map(SignInUser::user);
  }

  private static @Nullable String ownEmail(SsoConnector connector, ObjectNode info) {
    String email = info.path("email").textValue();
    if (email == null || !UserKeys.looksLikeEmail(email)) {
      return null;
    }
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return connector.domains().contains(domain) ? email : null;
  }

  private static PendingProfile withLooks(PendingProfile profile, SsoIdentity identity) {
    ObjectNode info = identity.detail();
    return profile.withLooks(info.path("name").textValue(), info.path("avatar").textValue());
  }
}
