package io.gatehouse.platform.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.gatehouse.platform.once.OnceMemory.Found;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnceMemoryTest {
  private final OnceMemory memory = new OnceMemory(3);

  @Test
  void knowsWhatItHasSeen() {
    assertEquals(Found.NEW, memory.add(mark("a", 100)));
    assertEquals(Found.KNOWN, memory.add(mark("a", 100)));
    assertEquals(Found.KNOWN, memory.add(mark("a", 200)), "whatever its end");
    memory.remove(mark("a", 100));
    assertEquals(Found.NEW, memory.add(mark("a", 100)));
  }

  @Test
  void forgetsOnlyWhatHasEnded() {
    memory.add(mark("a", 100));
    memory.add(mark("b", 101));
    memory.forget(101);
    assertEquals(Found.NEW, memory.add(mark("a", 100)));
    assertEquals(Found.KNOWN, memory.add(mark("b", 101)));
  }

  @Test
  void whenItIsFullItForgetsNothingAndDoubtsWhatMayBeInTheTableOnly() {
    for (String id : List.of("a", "b", "c")) {
      memory.add(mark(id, 50));
    }
    assertEquals(Found.FULL, memory.add(mark("d", 200)));
    assertEquals(Found.KNOWN, memory.add(mark("a", 50)));
    memory.forget(100);
    assertEquals(Found.DOUBTFUL, memory.add(mark("d", 200)));
    assertEquals(Found.DOUBTFUL, memory.add(mark("e", 150)));
    assertEquals(Found.NEW, memory.add(mark("f", 201)), "none that ends so late was turned away");
  }

  @Test
  void doubtsWhatItHasNotLearnt() {
    memory.learn(List.of(mark("a", 300), mark("b", 250)), 250);
    assertEquals(Found.KNOWN, memory.add(mark("a", 300)));
    assertEquals(Found.DOUBTFUL, memory.add(mark("c", 250)));
  }

  @Test
  void aMarkTellsTenantsAndKindsApart() {
    Instant end = Instant.ofEpochSecond(7, 1);
    Mark one = Mark.of(TenantId.DEFAULT, "proof", "x", end);
    assertEquals(8, one.end(), "never before the end");
    assertEquals(one, Mark.of(one.hash(), 9));
    assertFalse(one.equals(Mark.of(TenantId.ADMIN, "proof", "x", end)));
    assertFalse(one.equals(Mark.of(TenantId.DEFAULT, "assertion", "x", end)));
  }

  private static Mark mark(String id, long end) {
    return Mark.of(TenantId.DEFAULT, "proof", id, Instant.ofEpochSecond(end));
  }
}
