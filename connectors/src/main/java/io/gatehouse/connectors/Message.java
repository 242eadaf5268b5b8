package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell one person.
 *
 * @param to an e-mail address or a phone number
 * @param type what it is about, such as {@code SignIn} or {@code Generic}
 * @param payload the code or link, locale, and what templates may name: application, organization,
 *     user, inviter
 * @param ip the address of the person who asked for it, when known
 * @param template the tenant's own template for the type and language, which goes before those of
 *     the configuration
 */
public record Message(
    String to,
    String type,
    ObjectNode payload,
    @Nullable String ip,
    @Nullable MessageTemplate template) {

  public Message(String to, String type, ObjectNode payload) {
    this(to, type, payload, null, null);
  }
}
