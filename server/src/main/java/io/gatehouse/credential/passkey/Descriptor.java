package io.gatehouse.credential.passkey;

import java.util.List;

/** Names a passkey to a browser. */
public record Descriptor(String id, String type, List<String> transports) {
  static final String PUBLIC_KEY = "public-key";

  static Descriptor of(Passkey passkey) {
    return new Descriptor(passkey.id(), PUBLIC_KEY, passkey.transports());
  }
}
