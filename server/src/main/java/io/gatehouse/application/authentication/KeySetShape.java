package io.gatehouse.application.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import io.gatehouse.platform.crypto.JwkSets;
import io.gatehouse.platform.input.Issues;
import io.gatehouse.platform.input.Schema;
import io.gatehouse.platform.input.Shape;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** A set of public keys. [RFC 7517 §5] */
public final class KeySetShape implements Shape {
  private static final int MOST = 20;
  private static final int LONGEST = 64 * 1024;

  @Override
  public @Nullable Object read(JsonNode node, Issues issues) {
    if (!(node instanceof ObjectNode object)) {
      issues.wrongType("object", node);
      return null;
    }
    String text = object.toString();
    if (text.length() > LONGEST) {
      issues.custom("A key set must not be larger than 64 KiB.");
      return null;
    }
    try {
      String wrong = wrong(JwkSets.parse(text));
      if (wrong == null) {
        return object;
      }
      issues.custom(wrong);
    } catch (ParseException | RuntimeException e) {
      // The cause may quote a private key.
      issues.custom("Not a JSON Web Key Set.");
    }
    return null;
  }

  private static @Nullable String wrong(JWKSet set) {
    if (set.isEmpty() || set.size() > MOST) {
      return "A key set must have 1 to 20 keys.";
    }
    for (JWK key : set.getKeys()) {
      if (key.getKeyType().equals(KeyType.OCT) || key.isPrivate()) {
        return "A key set must hold public keys only. Make a new key: this one has been told.";
      }
    }
    return null;
  }

  @Override
  public ObjectNode schema() {
    return Schema.of("object").put("description", "A JSON Web Key Set of public keys.");
  }
}
