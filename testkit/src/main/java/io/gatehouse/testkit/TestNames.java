package io.gatehouse.testkit;

import io.gatehouse.domain.DomainProof;
import jakarta.inject.Singleton;

/** A name service that shows the proof of every name below one; no test asks that of the world. */
@Singleton
class TestNames implements DomainProof {
  private static final String PROVED = ".proved.test";

  @Override
  public boolean shows(String domain, String token) {
    return domain.endsWith(PROVED);
  }
}
