package io.gatehouse.account.security;

import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;

/** The bodies of what people do with the tokens of providers. */
interface VaultInputs {

  /** The proof that brings the tokens. */
  @Input
  record Proof(@Size(min = 1, max = 128) String verificationRecordId) {}
}
