package io.gatehouse.hook.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.hook.HookSecrets;
import io.gatehouse.hook.TestHooks;
import io.gatehouse.hook.event.Bell;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.TestClock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private final TestDatabase database = TestDatabase.create();
  private final TestClock clock = new TestClock(Instant.parse("2030-01-01T00:00:00Z"));
  private final TestHooks hooks = new TestHooks(database.db(), clock);
  private final List<String> sent = new ArrayList<>();
  private int answer = 200;
  private final Deliveries deliveries = deliveries(this::receive);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void eventsOfOneSubjectGoOneByOneAndOthersBeside() {
    String hook = hooks.listeningTo(HookEvent.ROLE_CREATED, HookEvent.ROLE_DATA_UPDATED);
    hooks.raise(HookEvent.ROLE_CREATED, "a");
    hooks.raise(HookEvent.ROLE_DATA_UPDATED, "a");
    hooks.raise(HookEvent.ROLE_CREATED, "b");
    List<Delivery> first = deliveries.claim(10);
    assertEquals(List.of("Role a", "Role b"), first.stream().map(this::subject).sorted().toList());
    assertEquals(List.of(), deliveries.claim(10));
    first.forEach(deliveries::attempt);
    List<Delivery> second = deliveries.claim(10);
    assertEquals(List.of(HookEvent.ROLE_DATA_UPDATED), events(second));
    second.forEach(deliveries::attempt);
    assertEquals(List.of(), deliveries.claim(10));
    assertEquals(
        3, deliveries.list(TenantId.DEFAULT, hook, DeliveryState.DELIVERED, page()).total());
  }

  @Test
  void aFailingDeliveryIsRetriedForADayAndThenGivenUp() {
    String hook = hooks.listeningTo(HookEvent.ROLE_CREATED);
    hooks.raise(HookEvent.ROLE_CREATED, "a");
    answer = 500;
    Instant began = clock.instant();
    int attempts = 0;
    while (attempts < 100) {
      List<Delivery> due = deliveries.claim(10);
      if (!due.isEmpty()) {
        deliveries.attempt(due.getFirst());
        attempts++;
        assertEquals(List.of(), deliveries.claim(10));
      }
      var pause = deliveries.untilNext();
      if (pause.isEmpty()) {
        break;
      }
      clock.pass(pause.get());
    }
    assertEquals(11, attempts);
    Duration lasted = Duration.between(began, clock.instant());
    assertTrue(lasted.toHours() >= 23 && lasted.toHours() <= 25, lasted.toString());
    DeliveryView view =
        deliveries.list(TenantId.DEFAULT, hook, DeliveryState.FAILED, page()).items().getFirst();
    assertEquals(500, view.lastStatus());
    assertEquals(1, Set.copyOf(sent).size());

    answer = 204;
    deliveries.again(TenantId.DEFAULT, hook, view.id());
    deliveries.attempt(deliveries.claim(10).getFirst());
    assertEquals(
        1, deliveries.list(TenantId.DEFAULT, hook, DeliveryState.DELIVERED, page()).total());
  }

  @Test
  void afterAQuarterOfAnHourLaterEventsOvertakeMarkedByTheirNumber() {
    hooks.listeningTo(HookEvent.ROLE_CREATED, HookEvent.ROLE_DELETED);
    hooks.raise(HookEvent.ROLE_CREATED, "a");
    answer = 500;
    Delivery failing = deliveries.claim(10).getFirst();
    deliveries.attempt(failing);
    hooks.raise(HookEvent.ROLE_DELETED, "a");
    assertEquals(List.of(), deliveries.claim(10));
    clock.pass(Duration.ofMinutes(14));
    deliveries.attempt(deliveries.claim(10).getFirst());
    clock.pass(Duration.ofSeconds(59));
    assertEquals(List.of(HookEvent.ROLE_CREATED), events(deliveries.claim(10)));
    clock.pass(Duration.ofSeconds(2));
    List<Delivery> overtaking = deliveries.claim(10);
    assertEquals(List.of(HookEvent.ROLE_DELETED), events(overtaking));
    assertTrue(overtaking.getFirst().sequence() > failing.sequence());
  }

  @Test
  void whatANodeLeftBehindIsTakenByAnotherWithTheSameId() {
    hooks.listeningTo(HookEvent.ROLE_CREATED);
    hooks.raise(HookEvent.ROLE_CREATED, "a");
    Delivery lost = deliveries.claim(10).getFirst();
    clock.pass(Duration.ofMinutes(2));
    Delivery taken = deliveries.claim(10).getFirst();
    assertEquals(lost.id(), taken.id());
    assertEquals(2, taken.attempt());
  }

  @Test
  void ofManyNodesOneSendsIt() throws InterruptedException {
    hooks.listeningTo(HookEvent.ROLE_CREATED);
    hooks.raise(HookEvent.ROLE_CREATED, "a");
    Set<String> taken = ConcurrentHashMap.newKeySet();
    List<Delivery> all = java.util.Collections.synchronizedList(new ArrayList<>());
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> nodes = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      nodes.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                all.addAll(deliveries.claim(1));
              }));
    }
    go.countDown();
    for (Thread node : nodes) {
      node.join();
    }
    all.forEach(delivery -> taken.add(delivery.id()));
    assertEquals(1, all.size());
    assertEquals(1, taken.size());
  }

  @Test
  void aHookThatIsOffIsToldWhenItIsOnAgain() {
    String hook = hooks.listeningTo(HookEvent.ROLE_CREATED);
    hooks.raise(HookEvent.ROLE_CREATED, "a");
    hooks.enable(hook, false);
    hooks.raise(HookEvent.ROLE_CREATED, "b");
    assertEquals(List.of(), deliveries.claim(10));
    hooks.enable(hook, true);
    assertEquals(List.of("Role a"), deliveries.claim(10).stream().map(this::subject).toList());
  }

  private String subject(Delivery delivery) {
    return hooks.subject(delivery.id());
  }

  private static List<HookEvent> events(List<Delivery> all) {
    return all.stream().map(Delivery::event).toList();
  }

  private static Page page() {
    return new Page(1, 20);
  }

  private HttpSender.Response receive(HttpSender.Request request) throws IOException {
    sent.add(String.valueOf(request.headers().get("gatehouse-delivery-id")));
    return new HttpSender.Response(answer, Map.of(), "");
  }

  private Deliveries deliveries(HttpSender sender) {
    HookSecrets secrets = hooks.secrets();
    Outside outside =
        new Outside(
            sender,
            (host, port, timeout, local) -> {
              throw new IOException("no sockets here");
            },
            clock,
            new SecureRandom());
    return new Deliveries(
        new DeliveryStore(database.db(), secrets),
        new Post(outside),
        hooks.logs(),
        database.db(),
        new Bell(),
        clock);
  }
}
