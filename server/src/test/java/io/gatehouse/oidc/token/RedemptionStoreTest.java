package io.gatehouse.oidc.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.token.RedemptionStore.Issued;
import io.gatehouse.oidc.token.RedemptionStore.RefreshToken;
import io.gatehouse.oidc.token.TokenStore.Code;
import io.gatehouse.oidc.token.TokenStore.Refresh;
import io.gatehouse.oidc.token.content.UserTokens.AccessToken;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Redemptions that share a statement: each stands alone, and counts as if it were. */
@Timeout(60)
class RedemptionStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final int MANY = 16;
  private static final TestDatabase DATABASE = TestDatabase.create();

  private final Db db = DATABASE.db();
  private final TokenStore store = new TokenStore(db);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  /** Makes the names of each test its own. */
  private final String test = Ids.shortId();

  @BeforeAll
  static void people() {
    for (String tenant : List.of("default", "admin")) {
      DATABASE.asOwner(
          """
          insert into users (tenant_id, id, created_at, updated_at) values ('$t', 'person', now(), now());
          insert into applications (tenant_id, id, name, type, created_at) values ('$t', 'app', 'App', 'SPA', now());
          insert into applications (tenant_id, id, name, type, created_at) values ('$t', 'other', 'Other', 'SPA', now())
          """
              .replace("$t", tenant));
    }
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void grants() {
    for (String name : List.of("good", "revoked", "over")) {
      grant("default", name);
    }
    grant("admin", "good");
    db.update(
        TENANT,
        "update grants set revoked_at = ? where tenant_id = ? and id = ?",
        now,
        TENANT,
        test + "revoked");
  }

  private void grant(String tenant, String name) {
    Instant end = now.plus(Duration.ofDays("over".equals(name) ? -1 : 9));
    db.update(
        new TenantId(tenant),
        """
        insert into grants (tenant_id, id, user_id, application_id, scope, created_at, expires_at)
        values (?, ?, 'person', 'app', 'openid', ?, ?)
        """,
        tenant,
        test + name,
        now.minus(Duration.ofDays(2)),
        end);
  }

  private void token(TenantId tenant, String value, String grant, Duration consumedBefore) {
    db.update(
        tenant,
        """
        insert into refresh_tokens (tenant_id, hash, grant_id, application_id, scope, resources, nonce, auth_time, amr,
          first_issued_at, created_at, expires_at, consumed_at)
        values (?, sha256(?::bytea), ?, 'app', 'openid offline_access', '["https://api"]', 'n0nce', ?, '["pwd"]', ?, ?, ?, ?)
        """,
        tenant,
        value.getBytes(UTF_8),
        test + grant,
        now.minus(Duration.ofHours(1)),
        now.minus(Duration.ofHours(2)),
        now.minus(Duration.ofHours(1)),
        now.plus(Duration.ofDays(1)),
        consumedBefore.isNegative() ? null : now.minus(consumedBefore));
  }

  private String token(String grant) {
    String value = Ids.token();
    token(TENANT, value, grant, Duration.ofSeconds(-1));
    return value;
  }

  private String code() {
    String value = Ids.token();
    db.update(
        TENANT,
        """
        insert into authorization_codes (tenant_id, hash, grant_id, application_id, redirect_uri, request, scope, auth_time,
          created_at, expires_at)
        values (?, sha256(?::bytea), ?, 'app', 'https://app', '{"resources":[],"nonce":"n0nce"}', 'openid', ?, ?, ?)
        """,
        TENANT,
        value.getBytes(UTF_8),
        test + "good",
        now,
        now,
        now.plus(Duration.ofMinutes(1)));
    return value;
  }

  private Issued tokens(String refresh) {
    return new Issued(
        new AccessToken(Ids.token(), Scopes.parse("openid"), Duration.ofHours(1), true, null),
        null,
        new RefreshToken(refresh, null, now.plus(Duration.ofDays(3))),
        now);
  }

  private Refresh presented(String token) {
    return new Refresh(token, "app", true, true, false, List.of(), null, null, null, null, now);
  }

  private Code presentedCode(String code) {
    return new Code(code, "app", "https://app", null, null, now);
  }

  private long count(String what) {
    return db.one(
        TENANT,
        "select count(*) as n from " + what + " and tenant_id = ? and grant_id like ?",
        row -> row.number("n"),
        TENANT,
        test + "%");
  }

  @Test
  void ofManyTogetherEachStandsAlone() {
    String good = token("good");
    String racing = Ids.token();
    token(TENANT, racing, "good", Duration.ofSeconds(2));
    String reused = Ids.token();
    token(TENANT, reused, "good", Duration.ofSeconds(4));
    String elsewhere = Ids.token();
    token(TenantId.ADMIN, elsewhere, "good", Duration.ofSeconds(-1));
    List<String> all =
        List.of(reused, "unknown", good, token("revoked"), racing, elsewhere, token("over"), good);
    var together = new RedemptionStore(db, TokenStore.ROTATE);
    List<Integer> redeemed =
        together
            .run(
                TENANT,
                all.stream()
                    .map(one ->
                        new RedemptionStore.Redemption(Digests.sha256(one), tokens(Ids.token())))
                    .toList())
            .stream()
            .map(row -> row.place())
            .sorted()
            .toList();
    assertEquals(2, redeemed.size(), redeemed.toString());
    assertTrue(redeemed.contains(3) || redeemed.contains(8), "one row is redeemed once");
    assertTrue(redeemed.contains(5), "within the leeway");
    assertEquals(2, count("access_tokens where true"));
    assertEquals(
        2,
        count(
            "refresh_tokens where first_issued_at < created_at and consumed_at is null and created_at = '"
                + now
                + "'"));
  }

  @Test
  void aSuccessorTakesOverWhatItsPredecessorStoodFor() {
    String token = token("good");
    String successor = Ids.token();
    assertTrue(store.find(TENANT, presented(token)).orElseThrow().due());
    assertTrue(store.refresh(TENANT, presented(token), tokens(successor)));
    var found = store.find(TENANT, presented(successor)).orElseThrow();
    assertEquals("n0nce", found.redeemed().nonce());
    assertEquals(List.of("https://api"), found.redeemed().resources());
    assertEquals(List.of("pwd"), found.redeemed().login().amr());
    assertEquals(now.minus(Duration.ofHours(1)), found.redeemed().login().at());
    assertEquals(now.plus(Duration.ofDays(3)), found.expiresAt());
  }

  @Test
  void whatIsRevokedBetweenFindingAndRedeemingBringsNothing() {
    String token = token("good");
    String code = code();
    assertTrue(store.find(TENANT, presented(token)).isPresent());
    assertTrue(store.find(TENANT, presentedCode(code)).isPresent());
    db.update(
        TENANT,
        "update grants set revoked_at = ? where tenant_id = ? and id = ?",
        now,
        TENANT,
        test + "good");
    assertFalse(store.refresh(TENANT, presented(token), tokens(Ids.token())));
    assertFalse(store.redeem(TENANT, presentedCode(code), tokens(Ids.token())));
    assertEquals(0, count("access_tokens where true"));
    assertEquals(1, count("refresh_tokens where consumed_at is null"), "only the one of before");
  }

  @Test
  void aCodeThatManyHaveFoundIsRedeemedOnce() throws Exception {
    List<String> codes = IntStream.range(0, 5).mapToObj(i -> code()).toList();
    List<Boolean> won =
        atOnce(i ->
            () -> {
              Code presented = presentedCode(codes.get(i % codes.size()));
              store.find(TENANT, presented);
              return store.redeem(TENANT, presented, tokens(Ids.token()));
            });
    assertEquals(codes.size(), won.stream().filter(one -> one).count());
    assertEquals(codes.size(), count("access_tokens where true"));
    assertEquals(codes.size(), count("refresh_tokens where true"));
  }

  @Test
  void racingRotationsOfAFewTokensAllSucceed() throws Exception {
    List<String> tokens = IntStream.range(0, 5).mapToObj(i -> token("good")).toList();
    List<Boolean> won =
        atOnce(i ->
            () ->
                store.refresh(
                    TENANT, presented(tokens.get(i % tokens.size())), tokens(Ids.token())));
    assertTrue(won.stream().allMatch(one -> one), won.toString());
    assertEquals(tokens.size(), count("refresh_tokens where consumed_at is not null"));
    assertEquals(MANY, count("refresh_tokens where consumed_at is null"));
  }

  private static List<Boolean> atOnce(IntFunction<Callable<Boolean>> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(MANY);
    List<Future<Boolean>> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(MANY)) {
      for (int i = 0; i < MANY; i++) {
        Callable<Boolean> one = work.apply(i);
        all.add(
            threads.submit(() -> {
              start.await();
              return one.call();
            }));
      }
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> one : all) {
        results.add(one.get());
      }
      return results;
    }
  }
}
