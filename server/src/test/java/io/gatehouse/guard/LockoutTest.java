package io.gatehouse.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatehouse.guard.Attempt.Pool;
import io.gatehouse.guard.Lockout.TargetType;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class LockoutTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final LockoutPolicy THREE = new LockoutPolicy(3, 60);
  private static final Wrong WRONG = new Wrong(422);

  private static final TestDatabase DATABASE = TestDatabase.create();

  private final List<LockedOut> told = Collections.synchronizedList(new ArrayList<>());
  private final Db db = DATABASE.db();
  private Instant now = Instant.parse("2026-03-01T00:00:00.123456789Z");
  private Lockout lockout;
  private String person;

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void newPerson() {
    person = "ines-" + UUID.randomUUID();
    lockout = lockout(NetworkLimit.STANDARD);
  }

  @Test
  void theFailureThatReachesTheLimitLocksAndTheRightSecretIsRefusedToo() {
    assertEquals(WRONG, fail(person));
    assertEquals(WRONG, fail(person));
    assertEquals("ok", succeed(person));
    assertEquals(GuardError.LOCKED, fail(person));
    assertEquals(GuardError.LOCKED, refusal(() -> succeed(person)).code());
    now = now.plusSeconds(1);
    assertEquals(GuardError.LOCKED, fail(person));
    assertEquals(1, told.size());
    assertEquals(person, told.getFirst().attempt().target());

    now = now.plus(Duration.ofMinutes(59)).minusSeconds(1);
    Map<String, ?> placeholders = refusal(() -> succeed(person)).placeholders();
    assertEquals(Map.of("relativeTime", Duration.ofMinutes(1)), placeholders);
    now = now.plus(Duration.ofMinutes(1));
    assertEquals("ok", succeed(person));
    assertEquals(WRONG, fail(person));
  }

  @Test
  void failuresOlderThanAnHourDoNotCount() {
    for (int i = 0; i < 6; i++) {
      assertEquals(WRONG, fail(person));
      now = now.plus(Duration.ofMinutes(31));
    }
  }

  @Test
  void poolsPeopleAndTenantsCountApart() {
    fail(person);
    fail(person);
    assertEquals(WRONG, fail(person.toUpperCase(java.util.Locale.ROOT)));
    assertEquals(
        WRONG, failure(TenantId.DEFAULT, new Attempt(Pool.TOTP, "username", person, null)));
    assertEquals(
        WRONG, failure(TenantId.ADMIN, new Attempt(Pool.FIRST_FACTOR, "username", person, null)));
    assertEquals(GuardError.LOCKED, fail(person));
  }

  @Test
  void anAdministratorUnlocks() {
    for (int i = 0; i < 3; i++) {
      fail(person);
    }
    lockout.unlock(TENANT, TargetType.APP, List.of(person));
    lockout.unlock(TENANT, TargetType.USER, List.of());
    lockout.unlock(TenantId.ADMIN, TargetType.USER, List.of(person));
    assertEquals(GuardError.LOCKED, refusal(() -> succeed(person)).code());
    lockout.unlock(TENANT, TargetType.USER, List.of("someone", person));
    assertEquals("ok", succeed(person));
    assertEquals(WRONG, fail(person));
  }

  @Test
  void aDefectOfTheServerIsNobodysFailure() {
    for (int i = 0; i < 5; i++) {
      assertThrows(
          RequestException.class,
          () ->
              guard(
                  attempt(person, null),
                  () -> {
                    throw new Wrong(503).exception();
                  }));
    }
    assertEquals("ok", succeed(person));
  }

  @Test
  void guessesAtTheSameTimeAreAllCounted() throws Exception {
    LockoutPolicy policy = new LockoutPolicy(16, 60);
    List<Callable<ErrorCode>> guesses =
        Collections.nCopies(
            16,
            () ->
                refusal(() -> lockout.guard(TENANT, attempt(person, null), policy, WRONG::thrown))
                    .code());
    try (var threads = Executors.newFixedThreadPool(16)) {
      long locked = 0;
      for (var guess : threads.invokeAll(guesses)) {
        locked += guess.get().equals(GuardError.LOCKED) ? 1 : 0;
      }
      assertEquals(1, locked);
    }
    assertEquals(1, told.size());
  }

  @Test
  void aNetworkThatFailsTooOftenIsHeldBackBeforeAnythingIsVerified() {
    lockout = lockout(new NetworkLimit(3, true));
    String home = "2001:db8:" + Integer.toHexString(person.hashCode() & 0xffff) + ":1:";
    assertEquals(WRONG, failFrom(home + ":1"));
    assertEquals(WRONG, failFrom(home + "aaaa::2"));
    assertEquals(GuardError.NETWORK_LIMITED, failFrom(home + ":3"));
    int[] verified = {0};
    var refusal = refusal(() -> guard(attempt("new", home + ":4"), () -> "ok" + verified[0]++));
    assertEquals(GuardError.NETWORK_LIMITED, refusal.code());
    assertEquals(0, verified[0]);
    assertEquals("ok", guard(attempt("new", "192.0.2.77"), () -> "ok"));

    // Another node does not know yet; the database tells it.
    lockout = lockout(new NetworkLimit(3, true));
    assertEquals(
        GuardError.NETWORK_LIMITED,
        refusal(() -> guard(attempt("new", home + ":4"), () -> "ok")).code());
    now = now.plus(Duration.ofHours(1));
    assertEquals("ok", guard(attempt("new", home + ":4"), () -> "ok"));
  }

  @Test
  void aQuestionThatTellsOfOthersCountsAgainstTheNetworkAlone() {
    lockout = lockout(new NetworkLimit(3, true));
    String home = "2001:db8:" + Integer.toHexString(person.hashCode() & 0xffff) + ":2::1";
    lockout.question(TENANT, home, () -> {});
    Runnable told = () -> lockout.question(TENANT, home, WRONG::thrown);
    assertEquals(WRONG, refusal(told::run).code());
    assertEquals(WRONG, refusal(told::run).code());
    assertEquals(GuardError.NETWORK_LIMITED, refusal(told::run).code());
    assertEquals(
        GuardError.NETWORK_LIMITED, refusal(() -> lockout.question(TENANT, home, () -> {})).code());
    lockout.question(TENANT, "192.0.2.78", () -> {});
    now = now.plus(Duration.ofHours(1));
    lockout.question(TENANT, home, () -> {});
  }

  @Test
  void networksAreAddressesOrSixtyFours() {
    NetworkLimit testkit = new NetworkLimit(1, false);
    assertEquals("192.0.2.1", NetworkLimit.STANDARD.networkOf("192.0.2.1"));
    assertEquals("192.0.2.1", NetworkLimit.STANDARD.networkOf("::ffff:192.0.2.1"));
    assertEquals(
        "2001:db8:0:1:0:0:0:0/64", NetworkLimit.STANDARD.networkOf("2001:db8:0:1:2:3:4:5"));
    assertEquals("127.0.0.1", NetworkLimit.STANDARD.networkOf("127.0.0.1"));
    assertNull(testkit.networkOf("127.0.0.1"));
    assertNull(testkit.networkOf("::1"));
    assertNull(testkit.networkOf("example.org"));
    assertNull(testkit.networkOf(null));
  }

  @Test
  void anAttemptCostsOneStatement() {
    long before = db.statements();
    fail(person);
    assertEquals(before + 1, db.statements());
    succeed(person);
    assertEquals(before + 2, db.statements());
  }

  @Test
  void tenMessagesInTenMinutesAndNoMore() {
    MessageRateLimit limit = new MessageRateLimit(new MessageSendStore(db), () -> now);
    String address = person + "@Example.org";
    int[] sent = {0};
    for (int i = 0; i < 10; i++) {
      limit.send(
          TENANT,
          i % 2 == 0 ? address : " " + address.toLowerCase(java.util.Locale.ROOT),
          () -> sent[0]++);
      now = now.plusSeconds(1);
    }
    var refusal = refusal(() -> limit.send(TENANT, address, () -> sent[0]++));
    assertEquals("request.message_rate_limited", refusal.code().code());
    assertEquals(429, refusal.status());
    assertEquals(10, sent[0]);

    limit.send(TenantId.ADMIN, address, () -> sent[0]++);
    now = now.plusSeconds(591);
    limit.send(TENANT, address, () -> sent[0]++);
    lockout.unlock(TENANT, TargetType.USER, List.of(MessageRateLimit.normalised(address)));
    for (int i = 0; i < 10; i++) {
      limit.send(TENANT, address, () -> sent[0]++);
    }
    assertEquals(22, sent[0]);
  }

  @Test
  void aMessageThatDoesNotLeaveDoesNotCount() {
    MessageRateLimit limit = new MessageRateLimit(new MessageSendStore(db), () -> now);
    String phone = "+33 6 " + person.hashCode();
    for (int i = 0; i < 12; i++) {
      now = now.plusMillis(1);
      assertThrows(
          IllegalStateException.class,
          () ->
              limit.send(
                  TENANT,
                  phone,
                  () -> {
                    throw new IllegalStateException("no connector");
                  }));
    }
    limit.send(TENANT, phone, () -> {});
  }

  private ErrorCode fail(String who) {
    return failure(TENANT, attempt(who, null));
  }

  private ErrorCode failFrom(String ip) {
    return failure(TENANT, attempt(UUID.randomUUID().toString(), ip));
  }

  private ErrorCode failure(TenantId tenant, Attempt attempt) {
    return refusal(() -> lockout.guard(tenant, attempt, THREE, WRONG::thrown)).code();
  }

  private String succeed(String who) {
    return guard(attempt(who, null), () -> "ok");
  }

  private String guard(Attempt attempt, java.util.function.Supplier<String> verification) {
    return lockout.guard(TENANT, attempt, THREE, verification);
  }

  private static RequestException refusal(Runnable work) {
    return assertThrows(RequestException.class, work::run);
  }

  private static Attempt attempt(String who, @Nullable String ip) {
    return new Attempt(Pool.FIRST_FACTOR, "username", who, ip);
  }

  private Lockout lockout(NetworkLimit limit) {
    return new Lockout(new LockoutStore(db), () -> now, limit, told::add);
  }

  private record Wrong(int status) implements ErrorCode {
    @Override
    public String code() {
      return "session.invalid_credentials";
    }

    String thrown() {
      throw exception();
    }
  }
}
