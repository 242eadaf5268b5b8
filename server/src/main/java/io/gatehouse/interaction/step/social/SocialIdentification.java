package io.gatehouse.interaction.step.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.interaction.step.Identification;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.interaction.step.PendingProfile.SocialIdentity;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.VerificationRecord.Social;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.SignInUser;
import io.gatehouse.user.User;
import io.gatehouse.user.Users;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the person is whom a social provider vouches for. */
@Singleton
public class SocialIdentification {
  private final Users users;
  private final SocialOffers offers;

  SocialIdentification(Users users, SocialOffers offers) {
    this.users = users;
    this.offers = offers;
  }

  /** An account that has the address or number that the provider told. */
  public record Related(Identifier identifier, User user) {
    /** As the data of the error show it; the provider has told the person the same. */
    Map<String, String> wire() {
      return Map.of("type", identifier.type().wire(), "value", identifier.value());
    }
  }

  /** Identifies by the account at the provider, or says who might be meant. */
  public InteractionState identify(Journey journey, Social record, boolean linkRelated) {
    SocialIdentity identity = identity(journey, record);
    String id = identity.userInfo().path("id").asText();
    Optional<User> known = users.findByIdentity(journey.tenantId(), identity.target(), id);
    if (known.isPresent()) {
      return synced(journey, record, Identification.accepted(journey.state(), known.get()), true);
    }
    Optional<Related> related = related(journey, identity.userInfo());
    if (linkRelated) {
      User user = related.orElseThrow(StepError.SOCIAL_IDENTITY_NOT_FOUND::exception).user();
      InteractionState state = Identification.accepted(journey.state(), user);
      return synced(journey, record, state.with(state.profile().with(identity)), false);
    }
    throw related
        .map(Related::wire)
        .map(data -> StepError.SOCIAL_IDENTITY_NOT_FOUND.withData(Map.of("relatedUser", data)))
        .orElseGet(() -> StepError.SOCIAL_IDENTITY_NOT_FOUND.withData(Map.of()));
  }

  /**
   * What a new account takes over: the identity, name and picture, and what is free of the rest.
   */
  public PendingProfile newcomer(Journey journey, Social record) {
    SocialIdentity identity = identity(journey, record);
    ObjectNode info = identity.userInfo();
    PendingProfile profile =
        journey
            .state()
            .profile()
            .with(identity)
            .withLooks(text(info, "name"), text(info, "avatar"));
    List<Identifier> told = told(info);
    List<IdentifierType> taken = users.taken(journey.tenantId(), told, null);
    for (Identifier each : told) {
      if (!taken.contains(each.type()) && !has(profile, each.type())) {
        profile = profile.with(each);
      }
    }
    return profile;
  }

  /** The account at the provider, once the person has come back. */
  public SocialIdentity identity(Journey journey, Social record) {
    ObjectNode info = record.socialUserInfo();
    if (info == null) {
      throw StepError.NOT_VERIFIED.exception();
    }
    return new SocialIdentity(offer(journey, record).target(), info);
  }

  /** The account that the provider's phone number, or else address, belongs to. */
  public Optional<Related> related(Journey journey, ObjectNode info) {
    for (Identifier each : told(info).reversed()) {
      Optional<User> user = users.forSignIn(journey.tenantId(), each).map(SignInUser::user);
      if (user.isPresent()) {
        return Optional.of(new Related(each, user.get()));
      }
    }
    return Optional.empty();
  }

  private InteractionState synced(
      Journey journey, Social record, InteractionState state, boolean alsoIdentity) {
    ObjectNode info = record.socialUserInfo();
    if (info == null || !offer(journey, record).syncProfile()) {
      return state;
    }
    PendingProfile profile = state.profile().withLooks(text(info, "name"), text(info, "avatar"));
    return state.with(alsoIdentity ? profile.with(identity(journey, record)) : profile);
  }

  private SocialOffer offer(Journey journey, Social record) {
    return offers
        .find(journey.tenantId(), record.connectorId())
        .orElseThrow(StepError.INVALID_CONNECTOR::exception);
  }

  private static List<Identifier> told(ObjectNode info) {
    List<Identifier> told = new ArrayList<>();
    if (text(info, "email") instanceof String email) {
      told.add(Identifier.email(email));
    }
    if (text(info, "phone") instanceof String phone) {
      told.add(Identifier.phone(phone));
    }
    return told;
  }

  private static boolean has(PendingProfile profile, IdentifierType type) {
    return profile.identifiers().stream().anyMatch(each -> each.type() == type);
  }

  private static @Nullable String text(ObjectNode info, String name) {
    String text = info.path(name).textValue();
    return text == null || text.isEmpty() ? null : text;
  }
}
