package io.gatehouse.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Explained;
import io.gatehouse.platform.db.Explained.Cost;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.list.Page;
import io.gatehouse.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A tenant with many people, and one with few of the same kind, to compare what their lists cost: a
 * million people and a hundred thousand organizations against ten thousand and one thousand with
 * {@code -Dlong}, a hundredth of that against a thousand and a hundred otherwise.
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

  /** Whether the tenants are at their full size. */
  public static final boolean LONG = System.getProperty("long") != null;

  private static final LargeTenant SMALL = new LargeTenant(LONG ? 10_000 : 1_000);
  private static final LargeTenant LARGE = new LargeTenant(LONG ? 1_000_000 : 10_000);
  private static final Path FIGURES = Path.of("target", "lists-at-size.md");

  /** What a higher tree and a page that is split elsewhere may cost. */
  private static final long BLOCKS_TOLERATED = LONG ? 150 : 100;

  /** What another program on the machine may cost. */
  private static final double MILLISECONDS_TOLERATED = LONG ? 15 : 40;

  private static final int PAGE_SIZE = 20;

  private final int people;
  private final TestDatabase database = TestDatabase.create();
  private final Explained explained = new Explained(database, !LONG);
  private final Db db = explained.db();

  private LargeTenant(int people) {
    this.people = people;
    new TenantRows(database, people).load();
  }

  /** The first hundred pages, or as many as the smaller tenant has. */
  public static void comparePages(String what, int rowsOfSmall, ListOf list) {
    int last = Math.min(100, rowsOfSmall / PAGE_SIZE);
    for (int number : List.of(1, 2, 10, 25, 50, 100)) {
      if (number <= last) {
        Page page = new Page(number, PAGE_SIZE);
        compare(what + ", page " + number, db -> list.read(db, page));
      }
    }
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

  /** Once before, so that the plans and the catalogue are known. */
  private Cost cost(Consumer<Db> read) {
    read.accept(db);
    return explained.of(() -> read.accept(db));
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
    long mixed = (kind.hashCode() * 31L + n) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 27;
    return Long.toUnsignedString(mixed | Long.MIN_VALUE, 36);
  }
}
