package io.gatehouse.application.cimd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.metadata.Introductions;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.ClientIdUrl;
import io.gatehouse.protocol.RedirectUris;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself at the address that is its id.
 *
 * @param name what it calls itself; its host where it does not
 * @param introductions the same with its picture and its terms, in its languages
 */
record ClientDocument(
    ClientIdUrl id, String name, List<String> redirectUris, Introductions introductions) {
  private static final int MOST_URIS = 100;
  private static final int LONGEST_NAME = 128;

  ClientDocument {
    redirectUris = List.copyOf(redirectUris);
  }

  /**
   * Reads a document; empty where it does not describe this client, or one that could keep a
   * secret.
   */
  static Optional<ClientDocument> read(ClientIdUrl id, String text) {
    JsonNode json = json(text);
    if (json == null
        || !json.isObject()
        // "The client_id property's value MUST match the URL of the document" [CIMD §3]
        || !json.path("client_id").asText().equals(id.toString())
        || !isPublic(json)) {
      return Optional.empty();
    }
    List<String> redirectUris = redirectUris(json.path("redirect_uris"));
    return redirectUris.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ClientDocument(id, name(id, json), redirectUris, Introductions.read(json)));
  }

  private static @Nullable JsonNode json(String text) {
    try {
      return JsonCodec.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** "The client_secret … properties MUST NOT be used" [CIMD §4.1]; keys are not asked for here. */
  private static boolean isPublic(JsonNode json) {
    return !json.has("client_secret")
        && !json.has("client_secret_expires_at")
        && json.path("token_endpoint_auth_method").asText("none").equals("none");
  }

  private static List<String> redirectUris(JsonNode values) {
    List<String> uris = new ArrayList<>();
    for (JsonNode value : values) {
      String uri = value.asText();
      if (!value.isTextual() || uri.indexOf('*') >= 0 || RedirectUris.dangerous(uri)) {
        return List.of();
      }
      uris.add(uri);
    }
    return uris.size() > MOST_URIS ? List.of() : uris;
  }

  private static String name(ClientIdUrl id, JsonNode json) {
    String name = json.path("client_name").asText("").strip();
    if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
      return id.host();
    }
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** The address of its picture. */
  @Nullable String logoUri() {
    return introductions.usual().logo();
  }
}
