package io.gatehouse.credential;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Finds what makes a password easy to guess however long it is: repeated characters, sequences, the
 * person's own data and words of the tenant's list. They are tolerated as long as more than three
 * characters of the password lie outside of them.
 */
final class Restrictions {
  private static final int TOLERANCE = 3;
  private static final int RUN = 3;

  /** Rows and columns that hands run along, and the orders everybody knows. */
  private static final List<String> ORDERS =
      List.of(
          "01234567890",
          "abcdefghijklmnopqrstuvwxyz",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "1qaz",
          "2wsx",
          "3edc",
          "4rfv",
          "5tgb",
          "6yhn",
          "7ujm",
          "!@#$%^&*()");

  private final String password;
  private final BitSet covered = new BitSet();
  private final List<PasswordIssue> found = new ArrayList<>();

  Restrictions(String password) {
    this.password = password.toLowerCase(Locale.ROOT);
  }

  Restrictions repetitions() {
    return note("restricted.repetition", runs((previous, next) -> previous == next));
  }

  Restrictions sequences() {
    BitSet sequences = runs((previous, next) -> adjacent(previous, next, 1));
    sequences.or(runs((previous, next) -> adjacent(previous, next, -1)));
    return note("restricted.sequence", sequences);
  }

  Restrictions userInfo(PasswordOwner owner) {
    return note("restricted.user_info", occurrences(owner.hints()));
  }

  Restrictions words(List<String> words) {
    return note("restricted.words", occurrences(words));
  }

  /** The issues, or none when enough of the password lies outside of what was found. */
  List<PasswordIssue> issues() {
    return password.length() - covered.cardinality() > TOLERANCE ? List.of() : found;
  }

  private Restrictions note(String issue, BitSet where) {
    if (!where.isEmpty()) {
      covered.or(where);
      found.add(PasswordIssue.of(issue));
    }
    return this;
  }

  private BitSet runs(Follows follows) {
    BitSet runs = new BitSet();
    int start = 0;
    for (int i = 1; i <= password.length(); i++) {
      if (i < password.length() && follows.test(password.charAt(i - 1), password.charAt(i))) {
        continue;
      }
      if (i - start >= RUN) {
        runs.set(start, i);
      }
      start = i;
    }
    return runs;
  }

  private BitSet occurrences(List<String> phrases) {
    BitSet occurrences = new BitSet();
    for (String phrase : phrases) {
      String lower = phrase.toLowerCase(Locale.ROOT);
      int at = lower.isEmpty() ? -1 : password.indexOf(lower);
      while (at >= 0) {
        occurrences.set(at, at + lower.length());
        at = password.indexOf(lower, at + 1);
      }
    }
    return occurrences;
  }

  private static boolean adjacent(char previous, char next, int direction) {
    String pair = direction > 0 ? "" + previous + next : "" + next + previous;
    return previous != next && ORDERS.stream().anyMatch(order -> order.contains(pair));
  }

  @FunctionalInterface
  private interface Follows {
    boolean test(char previous, char next);
  }
}
