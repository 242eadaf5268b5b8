package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.Prompt;
import java.util.Set;

/** Known prompts only, and {@code none} alone. [OpenID Connect Core §3.1.2.1] */
final class PromptCheck {
  private PromptCheck() {}

  static Set<Prompt> read(Asking asking) {
    return Prompt.parse(asking.parameters().get("prompt"));
  }
}
