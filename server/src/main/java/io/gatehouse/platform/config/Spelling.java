package io.gatehouse.platform.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what somebody meant who mistyped a name. */
public final class Spelling {
  private Spelling() {}

  /**
   * The name nearest to the given one, or null when none is near: at most a third of its letters
   * away.
   */
  public static @Nullable String nearest(String given, Collection<String> names) {
    String best = null;
    int bestDistance = Math.max(1, given.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(given, name);
      if (distance < bestDistance) {
        best = name;
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * How many letters must be added, left out, replaced, or swapped with their neighbour to come
   * from one name to the other.
   */
  static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, i, j, from, to);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, int i, int j, String from, String to) {
    int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
