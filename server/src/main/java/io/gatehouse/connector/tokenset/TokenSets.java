package io.gatehouse.connector.tokenset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.enterprise.tokenset.SsoTokenSets;
import io.gatehouse.interaction.step.PendingProfile.SocialIdentity;
import io.gatehouse.interaction.step.social.SocialTokens;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.IdentityTokens;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The providers' tokens that are kept for people. */
@Singleton
public class TokenSets implements SocialTokens, IdentityTokens {
  /** Where a set is sealed that is not yet anybody's. */
  private static final String UNDER_WAY = "interactions.state";

  private final TokenSetStore store;
  private final SsoTokenSets enterprises;
  private final Sealer sealer;
  private final AdminChanges changes;
  private final InstantSource clock;

  TokenSets(
      TokenSetStore store,
      SsoTokenSets enterprises,
      Sealer sealer,
      AdminChanges changes,
      InstantSource clock) {
    this.store = store;
    this.enterprises = enterprises;
    this.sealer = sealer;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public String seal(TenantId tenant, TokenSet tokens) {
    return sealer.seal(
        JsonCodec.text(new Carried(clock.instant().toEpochMilli(), tokens)), underWay(tenant));
  }

  /** Tokens and when they came, in milliseconds: their life is told from then on. */
  record Carried(long at, TokenSet tokens) {}

  /** A provider that hands out a refresh token only once is not asked for it again. */
  @Override
  public void keep(
      TenantId tenant, String userId, String connectorId, SocialIdentity identity, String sealed) {
    Carried carried = read(sealer.open(sealed, underWay(tenant)), Carried.class);
    String identityId = identity.userInfo().path("id").asText();
    TokenSet tokens =
        store
            .find(tenant, userId, connectorId)
            .filter(before -> before.identityId().equals(identityId))
            .map(before -> carried.tokens().orRefreshedBy(open(tenant, before)))
            .orElse(carried.tokens());
    put(
        tenant,
        new Place(userId, connectorId, identity.target(), identityId),
        tokens,
        expiry(carried.at(), tokens));
  }

  /** Whose a set is, and where it comes from. */
  record Place(String userId, String connectorId, String target, String identityId) {}

  /** Stores a set in the place of the one before. */
  void put(TenantId tenant, Place place, TokenSet tokens, @Nullable Instant expiresAt) {
    String id = Ids.standardId();
    store.put(
        tenant,
        new TokenSetStore.Entry(
            id,
            place.userId(),
            place.connectorId(),
            place.target(),
            place.identityId(),
            sealer.seal(JsonCodec.text(tokens).getBytes(UTF_8), place(tenant, id)),
            tokens.scope(),
            tokens.tokenType(),
            tokens.refreshToken() != null,
            expiresAt),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public List<Described> of(TenantId tenant, String userId) {
    return store.described(tenant, userId);
  }

  @Override
  public void forgetOthers(TenantId tenant, String userId, String target, String identityId) {
    store.deleteOthers(tenant, userId, target, identityId);
  }

  /**
   * Forgets all tokens that a connector has brought; belongs into the transaction of its change.
   */
  public void forgetAll(TenantId tenant, String connectorId) {
    store.deleteAll(tenant, connectorId);
  }

  /** Forgets the tokens, also an enterprise's; the person's identity at the provider stays. */
  void delete(TenantId tenant, Actor actor, String id) {
    changes.make(
        tenant,
        actor,
        "token_sets",
        AdminChange.deleted("token_set", id, Map.of("id", id)),
        () -> {
          if (!store.delete(tenant, id) && !enterprises.forget(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  TokenSet open(TenantId tenant, TokenSetStore.Entry entry) {
    byte[] plain = sealer.open(entry.value(), place(tenant, entry.id()));
    return read(new String(plain, UTF_8), TokenSet.class);
  }

  private static <T> T read(String json, Class<T> type) {
    return JsonCodec.mapper().convertValue(JsonCodec.tree(json), type);
  }

  static @Nullable Instant expiry(long at, TokenSet tokens) {
    Long seconds = tokens.expiresIn();
    return seconds == null ? null : Instant.ofEpochMilli(at).plusSeconds(seconds);
  }

  private static Seal underWay(TenantId tenant) {
    return new Seal(tenant.value(), UNDER_WAY, "tokens");
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), "token_sets.value", id);
  }
}
