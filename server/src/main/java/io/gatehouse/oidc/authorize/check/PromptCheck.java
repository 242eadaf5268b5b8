package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.Prompt;

/** Known prompts only, and {@code none} alone. [OpenID Connect Core §3.1.2.1] */
final class PromptCheck implements Check {
  @Override
  public Draft apply(Draft draft) {
    return draft.withPrompt(Prompt.parse(draft.parameters().get("prompt")));
  }
}
