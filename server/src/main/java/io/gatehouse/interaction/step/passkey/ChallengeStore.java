package io.gatehouse.interaction.step.passkey;

import io.gatehouse.interaction.Interaction;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * What browsers were asked to sign, in the database. It is no secret; what counts is that each is
 * answered once.
 */
@Singleton
class ChallengeStore {
  private final Db db;

  ChallengeStore(Db db) {
    this.db = db;
  }

  /** What a challenge is for; an interaction has at most one of each. */
  enum Purpose {
    REGISTRATION("registration"),
    AUTHENTICATION("authentication"),
    SIGN_IN("sign-in"),
    /** Asked before anybody has said that they want to sign in. */
    PREFLIGHT("preflight");

    private final String label;

    Purpose(String label) {
      this.label = label;
    }
  }

  /**
   * What was asked.
   *
   * @param recordId the proof that the answer completes; empty where there is none yet
   */
  record Asked(Purpose purpose, String recordId) {}

  /** The challenge, and the host whose passkeys may answer it. */
  record Challenge(String value, String relyingParty) {}

  /** Keeps a challenge as long as its interaction; an earlier one of the purpose is void. */
  void put(TenantId tenant, Interaction interaction, Asked asked, Challenge challenge) {
    db.updateInHaste(
        tenant,
        """
        insert into passkey_challenges
          (tenant_id, interaction_hash, purpose, record_id, challenge, relying_party, expires_at)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, interaction_hash, purpose) do update set record_id = excluded.record_id,
          challenge = excluded.challenge, relying_party = excluded.relying_party, expires_at = excluded.expires_at
        """,
        tenant,
        Digests.sha256(interaction.id()),
        asked.purpose().label,
        asked.recordId(),
        challenge.value(),
        challenge.relyingParty(),
        interaction.expiresAt());
  }

  /** Takes the challenge out: of many who answer, one gets it. */
  Optional<Challenge> redeem(TenantId tenant, Interaction interaction, Asked asked, Instant now) {
    return db.find(
        tenant,
        """
        delete from passkey_challenges
        where tenant_id = ? and interaction_hash = ? and purpose = ? and record_id = ?
          and (expires_at > ?) is true
        returning challenge, relying_party
        """,
        row -> new Challenge(row.text("challenge"), row.text("relying_party")),
        tenant,
        Digests.sha256(interaction.id()),
        asked.purpose().label,
        asked.recordId(),
        now);
  }
}
