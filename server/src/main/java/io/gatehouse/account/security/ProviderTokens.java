package io.gatehouse.account.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.proof.ProofError;
import io.gatehouse.account.proof.Proofs;
import io.gatehouse.account.proof.SocialProof;
import io.gatehouse.interaction.step.PendingProfile.SocialIdentity;
import io.gatehouse.interaction.step.social.SocialOffer;
import io.gatehouse.interaction.step.social.SocialOffers;
import io.gatehouse.interaction.step.social.SocialTokens;
import io.gatehouse.platform.db.Db;
import io.gatehouse.user.User;
import io.gatehouse.user.UserError;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;

/** People bring a provider's tokens anew, by proving their account there. */
@Singleton
class ProviderTokens {
  private final Proofs proofs;
  private final SocialOffers offers;
  private final SocialTokens tokens;
  private final Db db;

  ProviderTokens(Proofs proofs, SocialOffers offers, SocialTokens tokens, Db db) {
    this.proofs = proofs;
    this.offers = offers;
    this.tokens = tokens;
    this.db = db;
  }

  /** Keeps the tokens of the proof, if they are of the person's own account at the provider. */
  void keep(AccountCall call, String target, String proofId) {
    db.transaction(
        call.tenant(),
        () -> {
          SocialProof proof = proofs.redeemSocial(call.owner(), proofId);
          ObjectNode info = Objects.requireNonNull(proof.userInfo());
          String actual =
              offers.find(call.tenant(), proof.connectorId()).map(SocialOffer::target).orElse("");
          if (!actual.equals(target)) {
            throw ProofError.INVALID_TARGET.exception(Map.of("expected", target, "actual", actual));
          }
          User.Identity own = call.bearer().person().user().identities().get(target);
          if (own == null || !own.userId().equals(info.path("id").asText())) {
            throw UserError.IDENTITY_NOT_OWN.exception();
          }
          String sealed = proof.tokens();
          if (sealed == null) {
            throw ProofError.WITHOUT_TOKENS.exception();
          }
          tokens.keep(
              call.tenant(),
              call.userId(),
              proof.connectorId(),
              new SocialIdentity(target, info),
              sealed);
        });
  }
}
