package io.gatehouse.testing.size;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Explained;
import io.gatehouse.platform.db.Explained.Cost;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.postgres.TestPostgres;
import io.gatehouse.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A tenant with many people, and one with few of the same kind, to compare what their lists cost: a
 * million people and a hundred thousand organizations against ten thousand and one thousand with
 * {@code -Dgatehouse.scale=100}, a hundredth of that against a thousand and a hundred otherwise.
 */
public final class LargeTenant {
  public static final TenantId ID = TenantId.DEFAULT;

  /** Everybody belongs to it. */
  public static final String ORGANIZATION = "o0000001";

  /** Everybody has it. */
  public static final String ROLE = "everyone";

  /** A few have it. */
  public static final String RARE_ROLE = "few";

  /** Whom all the hook's attempts are about. */
  public static final String HOOK = "hook";

  /** A few belong to it. */
  public static final String SMALL_ORGANIZATION = letters("organization id", 2);

  /** Who was sent a few one-time tokens. */
  public static final String ASKED = "asked@example.org";

  /** With which the tenants' secrets are sealed. */
  public static final String MASTER_KEY = "A".repeat(43) + "=";

  /** Whether the tenants are at their full size. */
  public static final boolean LONG = Integer.getInteger("gatehouse.scale", 1) > 1;

  /** When the rows were loaded; in a cluster that is kept, the first of them. */
  public static final Instant LOADED_AT = loadedAt();

  private static final LargeTenant SMALL = new LargeTenant(LONG ? 10_000 : 1_000);
  private static final LargeTenant LARGE = new LargeTenant(LONG ? 1_000_000 : 10_000);
  private static final Path FIGURES = Path.of("target", "lists-at-size.md");

  /**
   * A tree over a hundred times as many rows is one level higher, so that each look-up reads a
   * block more than the few of a small list double to: of a page of twenty, some. Where a thousand
   * people are the small tenant, whole trees are one block, and each of a search's trigrams has its
   * own.
   */
  private static final long BLOCKS_TOLERATED = LONG ? 16 : 80;

  /** What is left of other programs in the quickest of some runs: they share the caches. */
  private static final double MILLISECONDS_TOLERATED = 1;

  private static final int PAGE_SIZE = 20;

  private final int people;
  private final Explained explained;
  private final Db db;

  private LargeTenant(int people) {
    this.people = people;
    this.explained =
        new Explained(
            TestDatabase.loaded("people_" + people, fresh -> new TenantRows(fresh, people).load()),
            !LONG);
    this.db = explained.db();
  }

  /** The first hundred pages, or as many as the smaller tenant has. */
  public static void comparePages(String what, int rowsOfSmall, ListOf list) {
    int last = Math.min(100, rowsOfSmall / PAGE_SIZE);
    assertAll(
        Stream.of(1, 2, 10, 25, 50, 100)
            .filter(number -> number <= last)
            .map(number -> new Page(number, PAGE_SIZE))
            .map(page ->
                () -> compare(what + ", page " + page.number(), db -> list.read(db, page))));
  }

  /** Reads a page of a list. */
  @FunctionalInterface
  public interface ListOf {
    void read(Db db, Page page);
  }

  /** In the large tenant it costs no more than twice what it costs in the small one. */
  public static void compare(String what, Consumer<Db> read) {
    Cost small = SMALL.cost(read);
    Cost large = LARGE.cost(read);
    write(
        String.format(
            Locale.ROOT,
            "| %s | %.2f | %.2f | %d | %d |",
            what,
            small.milliseconds(),
            large.milliseconds(),
            small.blocks(),
            large.blocks()));
    assertTrue(small.blocks() > 0 && large.blocks() > 0, what + " was not measured");
    assertTrue(
        large.blocks() <= 2 * small.blocks() + BLOCKS_TOLERATED,
        what + " reads " + large.blocks() + " blocks instead of " + small.blocks());
    assertTrue(
        large.milliseconds() <= 2 * small.milliseconds() + MILLISECONDS_TOLERATED,
        what + " takes " + large.milliseconds() + " ms instead of " + small.milliseconds());
  }

  /** How many people the smaller tenant has. */
  public static int fewest() {
    return SMALL.people;
  }

  private Cost cost(Consumer<Db> read) {
    return explained.of(() -> read.accept(db));
  }

  private static Instant loadedAt() {
    Instant now = Instant.now();
    return TestPostgres.kept()
        .map(folder -> loadedAt(folder.resolve("loaded-at"), now))
        .orElse(now);
  }

  private static Instant loadedAt(Path noted, Instant now) {
    try {
      if (!Files.exists(noted)) {
        Files.createDirectories(noted.getParent());
        Files.writeString(noted, now.toString());
      }
      return Instant.parse(Files.readString(noted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String line) {
    try {
      Files.writeString(FIGURES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Letters that nobody else has; the same for the same number. */
  public static String letters(String kind, int n) {
    long mixed = (((long) kind.hashCode() << 32) + n) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 27;
    return Long.toUnsignedString(mixed | Long.MIN_VALUE, 36);
  }
}
