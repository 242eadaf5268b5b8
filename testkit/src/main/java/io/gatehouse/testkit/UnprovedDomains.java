package io.gatehouse.testkit;

import io.gatehouse.domain.DomainProof;
import jakarta.inject.Singleton;

/** Leaves domains waiting for their proof, so that no test asks the name service. */
@Singleton
class UnprovedDomains implements DomainProof {
  @Override
  public boolean shows(String domain, String token) {
    return false;
  }
}
