package io.gatehouse.enterprise.tokenset;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.connectors.TokenSet;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tokens of enterprises' providers that are kept for people. */
@Singleton
public class SsoTokenSets {
  private final SsoTokenSetStore store;
  private final Sealer sealer;
  private final InstantSource clock;

  SsoTokenSets(SsoTokenSetStore store, Sealer sealer, InstantSource clock) {
    this.store = store;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** What is known of one set, without the tokens. */
  public record Described(
      TenantId tenantId,
      String id,
      String userId,
      String type,
      Metadata metadata,
      Instant createdAt,
      Instant updatedAt,
      String ssoConnectorId,
      String issuer,
      String identityId) {}

  /** What the provider said with the tokens. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Metadata(
      @Nullable String scope,
      @Nullable Instant expiresAt,
      @Nullable String tokenType,
      boolean hasRefreshToken) {}

  /** Tokens and when they came, in milliseconds: their life is told from then on. */
  record Carried(long at, TokenSet tokens) {}

  /** The tokens as a sign-in under way may carry them: sealed. */
  public String seal(TenantId tenant, TokenSet tokens) {
    return sealer.seal(
        JsonCodec.text(new Carried(clock.instant().toEpochMilli(), tokens)), underWay(tenant));
  }

  /**
   * Keeps sealed tokens for the identity, provided that it is the person's. A provider that hands
   * out a refresh token only once is not asked for it again.
   */
  public void keep(TenantId tenant, Owner owner, String sealed) {
    Carried carried = read(sealer.open(sealed, underWay(tenant)), Carried.class);
    TokenSet tokens =
        store
            .find(tenant, owner)
            .map(before -> carried.tokens().orRefreshedBy(open(tenant, before)))
            .orElse(carried.tokens());
    put(tenant, owner, tokens, expiry(carried.at(), tokens));
  }

  /** Stores a set in the place of the one before. */
  void put(TenantId tenant, Owner owner, TokenSet tokens, @Nullable Instant expiresAt) {
    String id = Ids.standardId();
    store.put(
        tenant,
        owner,
        new SsoTokenSetStore.Entry(
            id,
            sealer.seal(JsonCodec.text(tokens).getBytes(UTF_8), place(tenant, id)),
            tokens.scope(),
            tokens.tokenType(),
            tokens.refreshToken() != null,
            expiresAt),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** When tokens end that came at this time, in milliseconds. */
  static @Nullable Instant expiry(long at, TokenSet tokens) {
    Long seconds = tokens.expiresIn();
    return seconds == null ? null : Instant.ofEpochMilli(at).plusSeconds(seconds);
  }

  /** Whose tokens they are: the person by the name that the issuer has for them. */
  public record Owner(String userId, String issuer, String identityId) {
    public Owner {
      Objects.requireNonNull(userId);
    }
  }

  /** All sets of a person. */
  public List<Described> of(TenantId tenant, String userId) {
    return store.described(tenant, userId);
  }

  /** Forgets one set; belongs into the transaction of the change. */
  public boolean forget(TenantId tenant, String id) {
    return store.delete(tenant, id);
  }

  /** Forgets all that a connector has brought; belongs into the transaction of its change. */
  public void forgetAll(TenantId tenant, String connectorId) {
    store.deleteAll(tenant, connectorId);
  }

  TokenSet open(TenantId tenant, SsoTokenSetStore.Entry entry) {
    return read(
        new String(sealer.open(entry.value(), place(tenant, entry.id())), UTF_8), TokenSet.class);
  }

  private static <T> T read(String json, Class<T> type) {
    return JsonCodec.mapper().convertValue(JsonCodec.tree(json), type);
  }

  private static Seal underWay(TenantId tenant) {
    return new Seal(tenant.value(), "interactions.state", "sso-tokens");
  }

  private static Seal place(TenantId tenant, String id) {
    return new Seal(tenant.value(), "sso_token_sets.value", id);
  }
}
