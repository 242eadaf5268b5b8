package io.gatehouse.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.sandbox.Outcome;

/** What a customizer says about a token. */
public sealed interface Customized {

  /** It adds these claims. */
  record Claims(ObjectNode claims) implements Customized {}

  /** It refuses the token. */
  record Denied(String message) implements Customized {}

  /**
   * It has failed.
   *
   * @param blocks whether the tenant wants no token then
   */
  record Failed(Outcome.Failed why, boolean blocks) implements Customized {}
}
