package io.gatehouse.user.mfa;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.platform.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/**
 * A passkey that is to become somebody's.
 *
 * @param relyingParty the host that it was made for
 * @param agent the browser that it was made in
 * @param name what the person calls it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewPasskey(
    Passkey passkey, String relyingParty, @Nullable String agent, @Nullable String name) {
  private static final int LONGEST_AGENT = 512;

  public NewPasskey {
    agent =
        agent == null || agent.length() <= LONGEST_AGENT
            ? agent
            : agent.substring(0, LONGEST_AGENT);
  }

  /** As a custom sign-in page is told of it. */
  public ObjectNode told() {
    ObjectNode told =
        JsonCodec.object()
            .put("type", "WebAuthn")
            .put("credentialId", passkey.id())
            .put("publicKey", passkey.publicKey())
            .put("counter", passkey.signCount())
            .put("rpId", relyingParty);
    if (agent != null) {
      told.put("agent", agent);
    }
    if (name != null) {
      told.put("name", name);
    }
    passkey.transports().forEach(told.putArray("transports")::add);
    return told;
  }
}
