package io.gatehouse.oidc.registration;

import static io.gatehouse.oidc.registration.MetadataText.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.application.registration.RegistrationPolicy;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.ResponseType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The addresses that a client registers: where people are sent back to, and what it is told. */
final class RegisteredAddresses {
  private static final int MOST = 100;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final RegistrationPolicy policy;
  private final ObjectNode said;

  RegisteredAddresses(RegistrationPolicy policy, ObjectNode said) {
    this.policy = policy;
    this.said = said;
  }

  OidcClientMetadata read(boolean ofDevice, List<ResponseType> responses) {
    boolean implicit = responses.stream().anyMatch(ResponseType::frontChannel);
    List<String> redirectUris = texts(said, "redirect_uris", MOST);
    for (String uri : redirectUris) {
      require(uri);
      if (implicit && !ofDevice) {
        requireSecure(uri);
      }
    }
    List<String> afterwards = texts(said, "post_logout_redirect_uris", MOST);
    afterwards.forEach(this::require);
    requireWeb(said, "backchannel_logout_uri");
    ObjectNode own = JsonCodec.object();
    putAll(own.putArray("redirectUris"), redirectUris);
    putAll(own.putArray("postLogoutRedirectUris"), afterwards);
    copy("backchannel_logout_uri", own, "backchannelLogoutUri");
    copy("backchannel_logout_session_required", own, "backchannelLogoutSessionRequired");
    copy("logo_uri", own, "logoUri");
    try {
      // The same checks as in the Management API, under another error.
      return Guard.part("metadata", own, OidcClientMetadata.class);
    } catch (RequestException e) {
      throw OAuthError.INVALID_REDIRECT_URI.because("not valid: " + e.details());
    }
  }

  /** "MUST NOT include a fragment component" [RFC 6749 §3.1.2]; nobody registers a pattern. */
  private void require(String uri) {
    if (uri.indexOf('#') >= 0 || uri.indexOf('*') >= 0) {
      throw OAuthError.INVALID_REDIRECT_URI.because(
          "an address to return to has neither fragment nor asterisk: " + uri);
    }
    if (!policy.allowsHost(host(uri))) {
      throw OAuthError.INVALID_REDIRECT_URI.because("host is not open to registration: " + uri);
    }
  }

  /**
   * "Web Clients using the OAuth Implicit Grant Type MUST only register URLs using the https scheme
   * …; they MUST NOT use localhost" [OpenID Connect Registration §2].
   */
  private static void requireSecure(String uri) {
    String host = host(uri);
    if (!uri.toLowerCase(Locale.ROOT).startsWith("https://")
        || host == null
        || LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
      throw OAuthError.INVALID_REDIRECT_URI.because(
          "tokens travel with the browser by https alone, and not to this machine: " + uri);
    }
  }

  /** An address that a browser can load, where there is one, in each of its languages. */
  static void requireWeb(ObjectNode said, String name) {
    said.properties()
        .forEach(member -> {
          boolean named = member.getKey().equals(name) || member.getKey().startsWith(name + "#");
          if (named && !web(member.getValue())) {
            throw refused(member.getKey() + " must be an http or https URL");
          }
        });
  }

  private static boolean web(JsonNode value) {
    if (!value.isTextual() || value.textValue().length() > 2048) {
      return false;
    }
    try {
      URI uri = new URI(value.textValue());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null
          && uri.getRawUserInfo() == null
          && (scheme.equals("https") || scheme.equals("http"));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** What a client without a name is called. */
  static String hostOf(List<String> redirectUris) {
    String host = redirectUris.isEmpty() ? null : host(redirectUris.getFirst());
    return host == null ? "Registered client" : host;
  }

  static List<String> texts(ObjectNode said, String name, int most) {
    JsonNode values = said.path(name);
    if (values.isMissingNode()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      if (value.isTextual() && value.textValue().length() <= 4096) {
        texts.add(value.textValue());
      }
    }
    if (!values.isArray() || texts.size() != values.size() || texts.size() > most) {
      throw refused(name + " must be an array of " + most + " texts at most");
    }
    return texts;
  }

  private static @Nullable String host(String uri) {
    try {
      return new URI(uri).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static void putAll(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private void copy(String from, ObjectNode to, String as) {
    JsonNode value = said.get(from);
    if (value != null) {
      to.set(as, value);
    }
  }
}
