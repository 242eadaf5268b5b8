package io.gatehouse.platform.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.protocol.Spec;
import org.junit.jupiter.api.Test;

class SigningAlgorithmTest {
  @Test
  @Spec("OpenID Connect Core §3.3.2.11")
  void halfOfTheHashIsThatOfTheSpecificationsExamples() {
    assertEquals(
        "77QmUPtjPfzWtF2AnpK9RQ",
        SigningAlgorithm.RS256.halfHash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"));
    assertEquals(
        "LDktKdoQak3Pk0cnXxCltA",
        SigningAlgorithm.RS256.halfHash(
            "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk"));
    assertEquals(32, SigningAlgorithm.ES384.halfHash("code").length());
    assertEquals(43, SigningAlgorithm.EDDSA.halfHash("code").length());
  }
}
