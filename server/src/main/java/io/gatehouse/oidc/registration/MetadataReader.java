package io.gatehouse.oidc.registration;

import static io.gatehouse.oidc.registration.MetadataText.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.ApplicationType;
import io.gatehouse.application.authentication.ApplicationAuthentication;
import io.gatehouse.application.authentication.AuthenticationMethod;
import io.gatehouse.application.metadata.Introduction;
import io.gatehouse.application.metadata.Introductions;
import io.gatehouse.application.protocol.ApplicationProtocol;
import io.gatehouse.application.protocol.GrantType;
import io.gatehouse.application.registration.RegistrationPolicy;
import io.gatehouse.oidc.issue.OidcScopes;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.input.Guard;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.ResponseType;
import io.gatehouse.protocol.Scopes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client says of itself, within what a tenant lets clients be.
 *
 * <p>Sources: [RFC 7591 §2](https://www.rfc-editor.org/rfc/rfc7591#section-2), [OpenID Connect
 * Registration §2](https://openid.net/specs/openid-connect-registration-1_0.html#ClientMetadata)
 */
final class MetadataReader {
  private static final int MOST_CONTACTS = 20;

  private final RegistrationPolicy policy;
  private final ObjectNode said;

  private MetadataReader(RegistrationPolicy policy, ObjectNode said) {
    this.policy = policy;
    this.said = said;
  }

  /**
   * The client as an application.
   *
   * @param certificates whether callers can show one here
   * @throws OAuthException invalid_client_metadata, invalid_redirect_uri
   */
  static ClientMetadata read(RegistrationPolicy policy, ObjectNode sent, boolean certificates) {
    return new MetadataReader(policy, MetadataText.understood(sent)).read(certificates);
  }

  private ClientMetadata read(boolean certificates) {
    requireSubjects();
    requireEncryption();
    boolean ofDevice = applicationType().equals("native");
    AuthenticationMethod method = method(ofDevice, certificates);
    Set<GrantType> grants = grants();
    List<ResponseType> responses = responses(grants);
    ApplicationType type = type(method, ofDevice, grants);
    boolean device = grants.contains(GrantType.DEVICE_CODE);
    if (device && (type != ApplicationType.Native || grants.size() > 2 || !responses.isEmpty())) {
      throw refused("a client on a device is native and uses the device flow alone");
    }
    texts("contacts", MOST_CONTACTS);
    var addresses = new RegisteredAddresses(policy, said).read(ofDevice, responses);
    if (addresses.redirectUris().isEmpty() && !responses.isEmpty()) {
      throw OAuthError.INVALID_REDIRECT_URI.because("redirect_uris are missing");
    }
    requireSector(addresses.redirectUris());
    String name = name(addresses.redirectUris());
    return new ClientMetadata(
        said,
        name,
        type,
        device,
        addresses,
        authentication(method),
        protocol(responses),
        introductions(name),
        scope());
  }

  private void requireSubjects() {
    String type = text("subject_type", "public");
    if (!Set.of("public", "pairwise").contains(type)) {
      throw refused("subject_type must be public or pairwise");
    }
    said.put("subject_type", type);
  }

  /** "When …_enc is included, …_alg MUST also be provided" [OpenID Connect Registration §2]. */
  private void requireEncryption() {
    for (String of :
        List.of(
            "id_token_encrypted_response",
            "userinfo_encrypted_response",
            "request_object_encryption")) {
      if (said.has(of + "_enc") && !said.has(of + "_alg")) {
        throw refused(of + "_enc needs " + of + "_alg");
      }
    }
  }

  /** "If there are multiple hostnames …, the Client MUST register a sector_identifier_uri". */
  private void requireSector(List<String> redirectUris) {
    if (text("subject_type", "").equals("pairwise")
        && !said.has("sector_identifier_uri")
        && redirectUris.stream()
                .map(uri -> RegisteredAddresses.hostOf(List.of(uri)))
                .distinct()
                .count()
            > 1) {
      throw refused("pairwise subjects of several hosts need a sector_identifier_uri");
    }
  }

  private String applicationType() {
    String type = text("application_type", "web");
    if (!Set.of("web", "native").contains(type)) {
      throw refused("application_type must be web or native");
    }
    said.put("application_type", type);
    return type;
  }

  /** What is installed on people's devices keeps no secret [RFC 8252 §8.5]. */
  private AuthenticationMethod method(boolean ofDevice, boolean certificates) {
    String code = text("token_endpoint_auth_method", ofDevice ? "none" : "client_secret_basic");
    AuthenticationMethod method =
        Arrays.stream(AuthenticationMethod.values())
            .filter(each -> each.code().equals(code))
            .filter(each -> certificates || !each.byCertificate())
            .findFirst()
            .orElseThrow(() -> refused("token_endpoint_auth_method is not supported: " + code));
    if (ofDevice && method != AuthenticationMethod.NONE) {
      throw refused("a native client authenticates with none");
    }
    said.put("token_endpoint_auth_method", code);
    return method;
  }

  private Set<GrantType> grants() {
    List<String> codes = texts("grant_types", GrantType.values().length);
    if (!said.has("grant_types")) {
      codes = List.of(GrantType.AUTHORIZATION_CODE.code());
      said.putArray("grant_types").add(codes.getFirst());
    }
    Set<GrantType> grants = EnumSet.noneOf(GrantType.class);
    for (String code : codes) {
      grants.add(
          GrantType.of(code)
              .filter(policy::allows)
              .orElseThrow(() -> refused("grant type is not open to registration: " + code)));
    }
    return grants;
  }

  /** "grant_types and response_types … are partially orthogonal" [RFC 7591 §2.1]. */
  private List<ResponseType> responses(Set<GrantType> grants) {
    List<String> given = texts("response_types", 20);
    if (!said.has("response_types")) {
      given = grants.contains(GrantType.AUTHORIZATION_CODE) ? List.of("code") : List.of();
    }
    Set<ResponseType> types = new LinkedHashSet<>();
    ArrayNode registered = said.putArray("response_types");
    for (String text : given) {
      ResponseType type = responseType(text);
      if (type.code() && !grants.contains(GrantType.AUTHORIZATION_CODE)
          || type.frontChannel() && !grants.contains(GrantType.IMPLICIT)) {
        throw refused("response type needs a grant type that is not registered: " + text);
      }
      types.add(type);
      registered.add(text);
    }
    return List.copyOf(types);
  }

  private ResponseType responseType(String text) {
    try {
      ResponseType type = ResponseType.parse(text);
      if (policy.allowsResponse(type.toString())) {
        return type;
      }
    } catch (OAuthException e) {
      // Told below like one that is not allowed.
    }
    throw refused("response type is not open to registration: " + text);
  }

  private static ApplicationType type(
      AuthenticationMethod method, boolean ofDevice, Set<GrantType> grants) {
    if (grants.equals(EnumSet.of(GrantType.CLIENT_CREDENTIALS))) {
      if (method == AuthenticationMethod.NONE) {
        throw refused("a client that acts for itself must authenticate");
      }
      return ApplicationType.MachineToMachine;
    }
    if (grants.contains(GrantType.CLIENT_CREDENTIALS)) {
      throw refused("client_credentials is for clients that use nothing else");
    }
    if (method != AuthenticationMethod.NONE) {
      return ApplicationType.Traditional;
    }
    return ofDevice || grants.contains(GrantType.DEVICE_CODE)
        ? ApplicationType.Native
        : ApplicationType.SPA;
  }

  private ApplicationAuthentication authentication(AuthenticationMethod method) {
    ObjectNode own = JsonCodec.object().put("method", method.code());
    copy("jwks", own, "jwks");
    copy("jwks_uri", own, "jwksUri");
    copy("tls_client_certificate_bound_access_tokens", own, "certificateBoundTokens");
    ObjectNode certificate = JsonCodec.object();
    MetadataText.CERTIFICATE.forEach(
        name -> copy(MetadataText.CERTIFICATE_PREFIX + name, certificate, camel(name)));
    if (!certificate.isEmpty()) {
      own.set("certificateName", certificate);
    }
    return read(own, ApplicationAuthentication.class);
  }

  private ApplicationProtocol protocol(List<ResponseType> responses) {
    // "default … RS256" [OpenID Connect Registration §2]
    said.put("id_token_signed_response_alg", text("id_token_signed_response_alg", "RS256"));
    ObjectNode own = JsonCodec.object();
    MetadataText.PROTOCOL.forEach(name -> copy(name, own, camel(name)));
    ArrayNode besidesCode = own.putArray("responseTypes");
    responses.stream()
        .filter(type -> !type.equals(ResponseType.CODE))
        .forEach(type -> besidesCode.add(type.toString()));
    ArrayNode addresses = own.putArray("requestUris");
    for (String uri : texts("request_uris", 20)) {
      addresses.add(uri.indexOf('#') < 0 ? uri : uri.substring(0, uri.indexOf('#')));
    }
    String algorithm = text("request_object_signing_alg", "");
    // "If omitted, … any algorithm supported by the OP and the RP MAY be used", "none" included
    if (algorithm.isEmpty() || algorithm.equals("none")) {
      own.remove("requestObjectSigningAlg");
      own.put("unsignedRequestObjects", !own.path("requireSignedRequestObject").asBoolean());
    }
    return read(own, ApplicationProtocol.class);
  }

  private Introductions introductions(String name) {
    MetadataText.FOR_PEOPLE.stream()
        .filter(each -> !each.equals("client_name"))
        .forEach(each -> RegisteredAddresses.requireWeb(said, each));
    Introductions read = Introductions.read(said);
    Introduction usual = read.usual();
    return new Introductions(
        new Introduction(name, usual.logo(), usual.terms(), usual.privacy()), read.inLanguages());
  }

  private String name(List<String> redirectUris) {
    String name = text("client_name", "").strip();
    if (name.length() > 256) {
      throw refused("client_name is too long");
    }
    return name.isEmpty() ? RegisteredAddresses.hostOf(redirectUris) : name;
  }

  /** What is the provider's own, but not open to registration, is left out. */
  private Scopes scope() {
    Scopes asked = Scopes.parse(text("scope", ""));
    if (asked.isEmpty() || !policy.asksConsent()) {
      return asked;
    }
    List<String> open = new ArrayList<>(policy.askable().userScopeNames());
    open.add(Scopes.OPENID);
    open.add(Scopes.OFFLINE_ACCESS);
    Scopes kept = asked.without(OidcScopes.of(asked).without(open).values());
    said.put("scope", kept.toString());
    return kept;
  }

  private String text(String name, String absent) {
    String text = textOrNull(name);
    return text == null ? absent : text;
  }

  private @Nullable String textOrNull(String name) {
    JsonNode value = said.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > 2048) {
      throw refused(name + " must be a text of 2048 characters at most");
    }
    return value.textValue();
  }

  private List<String> texts(String name, int most) {
    return RegisteredAddresses.texts(said, name, most);
  }

  private void copy(String from, ObjectNode to, String as) {
    JsonNode value = said.get(from);
    if (value != null) {
      to.set(as, value);
    }
  }

  /** The shapes of the Management API decide here as well. */
  private static <T> T read(ObjectNode own, Class<T> type) {
    try {
      return Guard.part("metadata", own, type);
    } catch (RequestException e) {
      throw refused("not valid: " + e.details());
    }
  }

  /** {@code jwks_uri} is {@code jwksUri} there. */
  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
