package io.gatehouse.domain;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A domain to be added. */
@Input
record DomainInput(@Size(min = 1, max = 256) String domain) {

  /** How old a domain must be that never came to life. */
  @Input
  record Cleanup(@Min(1) Integer staleDays) {}

  /** All verification files of a domain. */
  @Input
  record Files(@Size(max = 10) List<VerificationFile> verificationFiles) {}
}
