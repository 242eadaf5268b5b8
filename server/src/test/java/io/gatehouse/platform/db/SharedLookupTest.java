package io.gatehouse.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.SharedLookup.Found;
import io.gatehouse.tenant.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedLookupTest {
  private static final int THREADS = 16;
  private static final int ROUNDS = 100;
  private static final String BAD = "bad";
  private static final String UNREACHABLE = "unreachable";

  private final List<List<String>> sent = new CopyOnWriteArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch underWay = new CountDownLatch(1);
  private final SharedLookup<String> lookup = new SharedLookup<>(this::find);

  /** The first statement is held until the test lets go; what begins with "no" is not there. */
  private List<Found<String>> find(TenantId tenant, byte[][] hashes) {
    List<String> asked =
        IntStream.range(0, hashes.length).mapToObj(i -> new String(hashes[i], UTF_8)).toList();
    sent.add(asked);
    if (sent.size() == 1) {
      underWay.countDown();
      await(held);
    }
    if (asked.contains(BAD)) {
      throw new IllegalStateException(BAD);
    }
    if (asked.contains(UNREACHABLE)) {
      throw DbException.of(new SQLException("gone", "08006"));
    }
    return IntStream.range(0, hashes.length)
        .filter(i -> !asked.get(i).startsWith("no"))
        .mapToObj(i -> new Found<>(i + 1, tenant + "/" + asked.get(i)))
        .toList()
        .reversed();
  }

  private CompletableFuture<Optional<String>> ask(String what) {
    return lookup.ask(TenantId.DEFAULT, what.getBytes(UTF_8));
  }

  private CompletableFuture<Optional<String>> first() {
    CompletableFuture<Optional<String>> first = ask("first");
    await(underWay);
    return first;
  }

  @Test
  void oneAloneGoesAtOnceAndThoseThatComeMeanwhileGoTogether() {
    var first = first();
    var others = IntStream.range(0, 10).mapToObj(i -> ask("other" + i)).toList();
    var unknown = ask("nobody");
    var same = ask("other3");
    held.countDown();
    assertEquals(Optional.of("default/first"), first.join());
    for (int i = 0; i < others.size(); i++) {
      assertEquals(Optional.of("default/other" + i), others.get(i).join());
    }
    assertEquals(Optional.empty(), unknown.join());
    assertEquals(Optional.of("default/other3"), same.join());
    assertTrue(sent.size() <= 3, sent.toString());
    assertEquals(List.of("first"), sent.getFirst());
  }

  @Test
  void noStatementIsForMoreThanItsBound() {
    var first = first();
    var others = IntStream.range(0, 500).mapToObj(i -> ask("other" + i)).toList();
    held.countDown();
    assertTrue(first.join().isPresent());
    assertTrue(others.stream().allMatch(other -> other.join().isPresent()));
    assertTrue(sent.stream().allMatch(asked -> asked.size() <= SharedLookup.TOGETHER));
    assertTrue(sent.size() < 100, () -> "only " + sent.size() + " statements");
  }

  @Test
  void aStatementThatTakesLongHoldsNobodyUpWhoComesThen() throws InterruptedException {
    var first = first();
    Thread.sleep(20);
    assertEquals(Optional.of("default/second"), ask("second").join());
    assertEquals(Optional.of("default/third"), ask("third").join(), "however soon after another");
    assertFalse(first.isDone());
    held.countDown();
    assertTrue(first.join().isPresent());
  }

  @Test
  void tenantsTravelApart() {
    var first = first();
    assertEquals(Optional.of("admin/other"), lookup.find(TenantId.ADMIN, "other".getBytes(UTF_8)));
    held.countDown();
    assertTrue(first.join().isPresent());
  }

  @Test
  void whatCannotBeReadHarmsNobodyElse() {
    var first = first();
    var good = ask("good");
    var bad = ask(BAD);
    var better = ask("better");
    held.countDown();
    assertTrue(first.join().isPresent());
    assertEquals(Optional.of("default/good"), good.join());
    assertEquals(Optional.of("default/better"), better.join());
    assertThrows(CompletionException.class, bad::join);
    assertThrows(
        IllegalStateException.class, () -> lookup.find(TenantId.DEFAULT, BAD.getBytes(UTF_8)));
  }

  @Test
  void aDatabaseThatIsGoneIsToldToAllWithoutAskingAgainForEach() {
    var first = first();
    var one = ask(UNREACHABLE);
    var other = ask("other");
    held.countDown();
    assertTrue(first.join().isPresent());
    for (var answer : List.of(one, other)) {
      var told = assertThrows(CompletionException.class, answer::join);
      assertTrue(told.getCause() instanceof DbException.Unavailable, told.toString());
    }
    assertEquals(2, sent.size());
    assertEquals(
        Optional.of("default/again"), lookup.find(TenantId.DEFAULT, "again".getBytes(UTF_8)));
  }

  @Test
  void anAttemptOnAnEventLoopEndsAndIsBegunAnewWithTheAnswer() {
    AtomicInteger begun = new AtomicInteger();
    Attempt attempt = new Attempt();
    Callable<Attempt.Outcome<String>> work =
        () ->
            attempt.withoutBlocking(() -> {
              begun.incrementAndGet();
              return lookup.find(TenantId.DEFAULT, "first".getBytes(UTF_8)).orElseThrow();
            });
    try {
      var waits = (Attempt.Outcome.Waits<String>) work.call();
      assertFalse(waits.until().isDone());
      held.countDown();
      waits.until().join();
      assertEquals(new Attempt.Outcome.Done<>("default/first"), work.call());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    assertEquals(2, begun.get());
    assertEquals(1, sent.size(), "the answer is not asked for again");
  }

  @Test
  void anAttemptThatHasToBlockTakesItsAnswersAlong() {
    held.countDown();
    Attempt attempt = new Attempt();
    Runnable work =
        () -> {
          lookup.find(TenantId.DEFAULT, "first".getBytes(UTF_8));
          Db.mayBlock();
        };
    Callable<Boolean> begin =
        () ->
            attempt.withoutBlocking(() -> {
              work.run();
              return true;
            })
                instanceof Attempt.Outcome.Blocks<Boolean>;
    try {
      while (!begin.call()) {
        Thread.onSpinWait();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    assertTrue(
        attempt.blocking(() -> {
          work.run();
          return true;
        }));
    assertEquals(1, sent.size());
  }

  /** What is committed before a look-up begins is seen by it, however many are under way. */
  @Test
  void manyAtOnceGetEachTheirOwnAnswerAndSeeWhatWasCommittedBefore() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        var threads = Executors.newFixedThreadPool(THREADS)) {
      Db db = database.db();
      SharedLookup<String> proofs =
          new SharedLookup<>((tenant, hashes) ->
              db.query(
                  tenant,
                  """
                  select asked.place, encode(p.hash, 'hex') || p.tenant_id as found
                  from unnest(?::bytea[]) with ordinality as asked(hash, place)
                    join shown_once p on p.tenant_id = ? and p.hash = asked.hash
                  """,
                  row -> new Found<>(row.integer("place"), row.text("found")),
                  hashes,
                  tenant));
      long before = db.statements();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        TenantId tenant = i % 2 == 0 ? TenantId.DEFAULT : TenantId.ADMIN;
        String name = "thread " + i + " ";
        all.add(threads.submit(() -> comesAndGoes(db, proofs, tenant, name)));
      }
      for (Future<?> one : all) {
        one.get(50, TimeUnit.SECONDS);
      }
      long lookups = db.statements() - before - 2L * THREADS * ROUNDS;
      assertTrue(lookups < 3L * THREADS * ROUNDS, () -> lookups + " statements: none was shared");
    }
  }

  private static void comesAndGoes(
      Db db, SharedLookup<String> proofs, TenantId tenant, String name) {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] hash = Digests.sha256(name + round);
      assertEquals(Optional.empty(), proofs.find(tenant, hash));
      db.update(
          tenant,
          "insert into shown_once (tenant_id, hash, expires_at) values (?, ?, ?)",
          tenant,
          hash,
          Instant.now());
      assertEquals(Optional.of(HexFormat.of().formatHex(hash) + tenant), proofs.find(tenant, hash));
      db.update(tenant, "delete from shown_once where tenant_id = ? and hash = ?", tenant, hash);
      assertEquals(Optional.empty(), proofs.find(tenant, hash), "what is gone is not found");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
