package io.gatehouse.oidc.registration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The body of a registration: a JSON object, of which only what is understood is kept. "The
 * authorization server MUST ignore any client metadata sent by the client that it does not
 * understand" [RFC 7591 §2].
 */
final class MetadataText {
  static final int LONGEST = 64 * 1024;

  /** Texts for people, which may be there in several languages. [RFC 7591 §2.2] */
  static final List<String> FOR_PEOPLE =
      List.of("client_name", "client_uri", "logo_uri", "tos_uri", "policy_uri");

  /** What becomes of the application's agreement with the provider. */
  static final List<String> PROTOCOL =
      List.of(
          "frontchannel_logout_uri",
          "frontchannel_logout_session_required",
          "dpop_bound_access_tokens",
          "require_pushed_authorization_requests",
          "require_signed_request_object",
          "request_uris",
          "response_types",
          "grant_types",
          "id_token_signed_response_alg",
          "userinfo_signed_response_alg",
          "authorization_signed_response_alg",
          "id_token_encrypted_response_alg",
          "id_token_encrypted_response_enc",
          "userinfo_encrypted_response_alg",
          "userinfo_encrypted_response_enc",
          "request_object_signing_alg",
          "request_object_encryption_alg",
          "request_object_encryption_enc",
          "initiate_login_uri",
          "default_max_age",
          "require_auth_time",
          "default_acr_values",
          "subject_type",
          "sector_identifier_uri",
          "backchannel_token_delivery_mode",
          "backchannel_authentication_request_signing_alg",
          "token_endpoint_auth_signing_alg",
          "introspection_signed_response_alg");

  /** The names that a certificate may be known by. [RFC 8705 §2.1.2] */
  static final List<String> CERTIFICATE =
      List.of("subject_dn", "san_dns", "san_uri", "san_ip", "san_email");

  static final String CERTIFICATE_PREFIX = "tls_client_auth_";

  private static final Set<String> OTHERS =
      Set.of(
          "redirect_uris",
          "post_logout_redirect_uris",
          "backchannel_logout_uri",
          "backchannel_logout_session_required",
          "token_endpoint_auth_method",
          "jwks",
          "jwks_uri",
          "tls_client_certificate_bound_access_tokens",
          "application_type",
          "contacts",
          "scope",
          "software_id",
          "software_statement",
          "software_version");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
  private static final int MOST_MEMBERS = 200;

  private MetadataText() {}

  /** The object as it was sent. */
  static ObjectNode parse(byte[] body) {
    if (body.length > LONGEST) {
      throw refused("the metadata is too large");
    }
    try {
      JsonNode sent = JsonCodec.sent(body);
      if (sent instanceof ObjectNode object && object.size() <= MOST_MEMBERS && storable(object)) {
        return object;
      }
    } catch (JacksonException e) {
      // Told below like a body that is no object.
    }
    throw refused("the body must be a JSON object of client metadata");
  }

  /** The same object, where the database takes what it says. */
  static ObjectNode checked(ObjectNode object) {
    if (object.size() > MOST_MEMBERS || !storable(object)) {
      throw refused("the metadata has too many members, or texts with control characters");
    }
    return object;
  }

  /** What of it is understood. */
  static ObjectNode understood(ObjectNode sent) {
    ObjectNode kept = JsonCodec.object();
    sent.properties()
        .forEach(member -> {
          if (!member.getValue().isNull() && known(member.getKey())) {
            kept.set(member.getKey(), member.getValue());
          }
        });
    return kept;
  }

  private static boolean known(String name) {
    int mark = name.indexOf('#');
    if (mark > 0) {
      return FOR_PEOPLE.contains(name.substring(0, mark))
          && LANGUAGE.matcher(name.substring(mark + 1)).matches();
    }
    return OTHERS.contains(name)
        || PROTOCOL.contains(name)
        || FOR_PEOPLE.contains(name)
        || name.startsWith(CERTIFICATE_PREFIX)
            && CERTIFICATE.contains(name.substring(CERTIFICATE_PREFIX.length()));
  }

  /** Texts without control characters and without halves of characters, which no database takes. */
  private static boolean storable(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> storable(node.textValue());
      case OBJECT ->
          node.properties().stream()
              .allMatch(member -> storable(member.getKey()) && storable(member.getValue()));
      case ARRAY ->
          Stream.iterate(0, i -> i < node.size(), i -> i + 1).allMatch(i -> storable(node.path(i)));
      default -> true;
    };
  }

  private static boolean storable(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  static OAuthException refused(String why) {
    return OAuthError.INVALID_CLIENT_METADATA.because(why);
  }
}
