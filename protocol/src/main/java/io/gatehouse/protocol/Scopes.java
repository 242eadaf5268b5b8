package io.gatehouse.protocol;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of scope values in the order they were asked: "a list of space-delimited, case-sensitive
 * strings" [RFC 6749 §3.3].
 */
public record Scopes(Set<String> values) {
  public static final Scopes NONE = new Scopes(Set.of());
  public static final String OPENID = "openid";
  public static final String OFFLINE_ACCESS = "offline_access";

  public Scopes {
    values = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values));
  }

  /** Reads the parameter; absent is empty. */
  public static Scopes parse(@Nullable String text) {
    if (text == null) {
      return NONE;
    }
    Set<String> values = new LinkedHashSet<>();
    for (String value : text.split(" ")) {
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values.isEmpty() ? NONE : new Scopes(values);
  }

  public boolean has(String value) {
    return values.contains(value);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public boolean contains(Scopes other) {
    return values.containsAll(other.values);
  }

  /** Those of this set that are in the other, in this set's order. */
  public Scopes and(Collection<String> other) {
    Set<String> kept = new LinkedHashSet<>(values);
    kept.retainAll(other instanceof Set ? other : Set.copyOf(other));
    return new Scopes(kept);
  }

  public Scopes and(Scopes other) {
    return and(other.values);
  }

  public Scopes plus(Scopes other) {
    Set<String> all = new LinkedHashSet<>(values);
    all.addAll(other.values);
    return new Scopes(all);
  }

  public Scopes without(Collection<String> other) {
    Set<String> kept = new LinkedHashSet<>(values);
    kept.removeAll(other);
    return new Scopes(kept);
  }

  /** As on the wire. */
  @Override
  public String toString() {
    return String.join(" ", values);
  }
}
