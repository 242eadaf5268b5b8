package io.gatehouse.domain;

/** Looks for what proves that a domain is its tenant's. */
@FunctionalInterface
public interface DomainProof {

  /**
   * Whether the name service or the domain itself shows the token.
   *
   * @param domain in lower case
   */
  boolean shows(String domain, String token);
}
