package io.gatehouse.credential.passkey;

import java.util.List;

/**
 * A passkey or security key, as far as the site knows it.
 *
 * @param id what its authenticator calls it, in base64url
 * @param publicKey in the form of COSE, in base64url
 * @param signCount how often it has signed; 0 where the authenticator does not count
 * @param transports the ways that browsers reach the authenticator
 * @param backupEligible whether it can be copied to other devices, which never changes
 * @param backedUp whether it was, when last seen
 */
public record Passkey(
    String id,
    String publicKey,
    long signCount,
    List<String> transports,
    boolean backupEligible,
    boolean backedUp) {
  public Passkey {
    transports = List.copyOf(transports);
  }

  /** What its authenticator told when it was used. */
  public record Use(long signCount, boolean backedUp) {}
}
