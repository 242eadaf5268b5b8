package io.gatehouse.account.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountEvents;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.account.proof.SocialProof;
import io.gatehouse.interaction.step.PendingProfile.SocialIdentity;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.interaction.step.social.SocialOffer;
import io.gatehouse.interaction.step.social.SocialOffers;
import io.gatehouse.interaction.step.social.SocialTokens;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import io.gatehouse.user.administration.UserAdministration;
import io.gatehouse.user.administration.UserIdentities;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jboss.logging.Logger;

/** People link accounts at social providers to their own, and unlink them. */
@Singleton
public class OwnIdentities {
  private static final Logger LOG = Logger.getLogger(OwnIdentities.class);

  private final UserIdentities identities;
  private final UserAdministration users;
  private final SocialOffers offers;
  private final SocialTokens tokens;
  private final Proofs proofs;
  private final AccountEvents events;

  OwnIdentities(
      UserIdentities identities,
      UserAdministration users,
      SocialOffers offers,
      SocialTokens tokens,
      Proofs proofs,
      AccountEvents events) {
    this.identities = identities;
    this.users = users;
    this.offers = offers;
    this.tokens = tokens;
    this.proofs = proofs;
    this.events = events;
  }

  /**
   * Links the account at the provider that was proved.
   *
   * @param replaces whether it may take the place of another one there
   */
  public void link(AccountCall call, String proofId, boolean replaces) {
    SocialProof proof =
        events.changing(
            call,
            () -> {
              SocialProof redeemed = proofs.redeemSocial(call.owner(), proofId);
              put(call, redeemed, replaces);
              return redeemed;
            });
    keepTokens(call, proof);
  }

  private void put(AccountCall call, SocialProof proof, boolean replaces) {
    ObjectNode info = Objects.requireNonNull(proof.userInfo());
    String target = offer(call, proof).target();
    boolean fresh =
        identities.put(
            call.tenant(),
            call.actor(),
            call.userId(),
            target,
            new User.Identity(info.path("id").asText(), info));
    if (!fresh && !replaces) {
      throw UserError.IDENTITY_THERE.exception();
    }
  }

  /** A failure is none of the linking. */
  private void keepTokens(AccountCall call, SocialProof proof) {
    String sealed = proof.tokens();
    ObjectNode info = proof.userInfo();
    if (sealed == null || info == null) {
      return;
    }
    try {
      SocialIdentity identity = new SocialIdentity(offer(call, proof).target(), info);
      tokens.keep(call.tenant(), call.userId(), proof.connectorId(), identity, sealed);
    } catch (RuntimeException e) {
      LOG.warnf(e, "the provider's tokens of user %s could not be kept", call.userId());
    }
  }

  public void unlink(AccountCall call, String target) {
    events.changing(
        call,
        () -> {
          if (!identities.all(call.tenant(), call.userId()).containsKey(target)) {
            throw UserError.IDENTITY_NOT_EXIST.exception();
          }
          users.requireAnotherWay(call.tenant(), call.userId(), target);
          identities.delete(call.tenant(), call.actor(), call.userId(), target);
        });
  }

  private SocialOffer offer(AccountCall call, SocialProof proof) {
    return offers
        .find(call.tenant(), proof.connectorId())
        .orElseThrow(StepError.INVALID_CONNECTOR::exception);
  }
}
