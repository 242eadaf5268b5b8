package io.gatehouse.credential;

/** Knows passwords that are in circulation among attackers. */
@FunctionalInterface
public interface BreachedPasswords {

  /**
   * Whether the password is known to be breached; false as well when that cannot be found out in
   * good time.
   */
  boolean contains(String password);
}
