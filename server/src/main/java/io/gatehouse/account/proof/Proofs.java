package io.gatehouse.account.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.UserKeys;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that can be done with people's proofs. */
@Singleton
public class Proofs {
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** Of those that a person has begun and not finished; who begins another gives up the oldest. */
  static final int MOST_UNFINISHED = 20;

  private final ProofStore store;
  private final InstantSource clock;

  Proofs(ProofStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whose proof it is. */
  public record Owner(TenantId tenant, String userId) {}

  /** A proof that was just begun or made, and when it ends. */
  public record Made(String id, Instant expiresAt) {}

  /** The id of a proof that is about to be begun. */
  public static String newId() {
    return Ids.standardId();
  }

  /** The person has typed the password. */
  public Made password(Owner owner) {
    return keep(owner, ProofStore.Entry.password(newId()));
  }

  /** A code is on its way to the address. */
  public Made address(Owner owner, String id, Identifier address, Template template) {
    return keep(owner, ProofStore.Entry.address(id, address, template));
  }

  /**
   * The person is on the way to a provider.
   *
   * @param session what the connector wants to know when they are back
   */
  public Made social(Owner owner, String connectorId, Map<String, String> session) {
    return keep(owner, ProofStore.Entry.social(newId(), connectorId, session));
  }

  /**
   * The person is about to make a passkey.
   *
   * @param asked what the browser was asked
   */
  public Made passkey(Owner owner, Map<String, String> asked) {
    return keep(owner, ProofStore.Entry.passkey(newId(), asked));
  }

  /** Ends the request unless this is about a passkey, made or not. */
  public void requirePasskey(Owner owner, String id) {
    if (!store.isPasskey(live(owner, id))) {
      throw missing();
    }
  }

  /** The passkey was made. */
  public void passkeyMade(Owner owner, String id, ObjectNode passkey) {
    store.provePasskey(live(owner, id), passkey);
  }

  /** Uses a passkey that was made up; belongs into the transaction of what it is used for. */
  public ObjectNode redeemPasskey(Owner owner, String id) {
    return store.redeemPasskey(live(owner, id)).orElseThrow(Proofs::missing);
  }

  /** Whether this proves that it is the person themself who asks, for changes of consequence. */
  public boolean permits(Owner owner, @Nullable String id) {
    return id != null && store.permits(live(owner, id));
  }

  /** The address of a proof, proved or not. */
  public ProvedAddress address(Owner owner, String id) {
    return findAddress(owner, id).orElseThrow(Proofs::missing);
  }

  /** The same where it may be over, or never have been. */
  public Optional<ProvedAddress> findAddress(Owner owner, String id) {
    return store.address(live(owner, id));
  }

  /** The code has come back. */
  public void proved(Owner owner, ProvedAddress proof) {
    store.proveAddress(live(owner, proof.id()));
  }

  /** The trip of a proof, whether or not the person is back. */
  public SocialProof social(Owner owner, String id) {
    return store.social(live(owner, id)).orElseThrow(Proofs::missing);
  }

  /** Takes out what the connector wanted to know: it counts once, whatever comes of it. */
  public Optional<Map<String, String>> takeSession(Owner owner, String id) {
    return store.takeSession(live(owner, id));
  }

  /** The provider has vouched for the person. */
  public void vouched(Owner owner, String id, ObjectNode userInfo, @Nullable String tokens) {
    store.proveSocial(live(owner, id), userInfo, tokens);
  }

  /** Uses a proved address up; belongs into the transaction of what it is used for. */
  public void redeem(Owner owner, String id, Identifier address) {
    Identifier proved = store.redeemAddress(live(owner, id)).orElseThrow(Proofs::missing);
    if (proved.type() != address.type()
        || !UserKeys.of(proved, true).equals(UserKeys.of(address, true))) {
      throw missing();
    }
  }

  /** Uses a provider's word up; belongs into the transaction of what it is used for. */
  public SocialProof redeemSocial(Owner owner, String id) {
    return store.redeemSocial(live(owner, id)).orElseThrow(Proofs::missing);
  }

  private Made keep(Owner owner, ProofStore.Entry row) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Made made = new Made(row.id(), now.plus(LIFE));
    store.insert(owner, row, now, made.expiresAt(), MOST_UNFINISHED);
    return made;
  }

  private ProofStore.Live live(Owner owner, String id) {
    return new ProofStore.Live(owner, id, clock.instant());
  }

  private static RequestException missing() {
    return ProofError.NOT_FOUND.exception();
  }
}
