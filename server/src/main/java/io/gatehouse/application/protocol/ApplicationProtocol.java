package io.gatehouse.application.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.SecureAddressShape;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.protocol.ResponseMode;
import io.gatehouse.protocol.ResponseType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an application and the provider have agreed on, in the words of client registration.
 *
 * <p>Source: [OpenID Connect Front-Channel Logout
 * §2](https://openid.net/specs/openid-connect-frontchannel-1_0.html#RPLogout)
 *
 * @param frontchannelLogoutUri what the browser loads in a frame when it is signed out
 * @param frontchannelLogoutSessionRequired whether that is told the issuer and the session
 * @param dpopBoundAccessTokens whether it gets tokens only with a proof of its key [RFC 9449 §5.2]
 * @param dpopNonceRequired whether its proofs must hold a nonce of ours, where it pushes requests,
 *     gets tokens and asks for userinfo [RFC 9449 §8]
 * @param requirePushedAuthorizationRequests whether a browser brings the name of a pushed request
 *     and nothing else [RFC 9126 §6]
 * @param requireSignedRequestObject whether it signs its requests [RFC 9101 §10.5]
 * @param idTokenSignedResponseAlg the algorithm of its ID tokens; the tenant's where it is null
 * @param userinfoSignedResponseAlg that of userinfo, which is not signed where it is null
 * @param authorizationSignedResponseAlg that of signed answers [JARM §3]
 * @param requestUris where signed requests of its may be fetched from
 * @param idTokenEncryptedResponseAlg how its ID tokens are encrypted; not at all where it is null
 * @param userinfoEncryptedResponseAlg the same of userinfo, which is signed then too
 * @param responseTypes those besides {@code code} by which it gets tokens with the browser
 * @param grantTypes those of its type that it keeps to; all of them where it is null
 * @param requestObjectSigningAlg the only algorithm of its signed requests
 * @param unsignedRequestObjects whether its request objects need no signature
 * @param initiateLoginUri where others, and bookmarks of our page, send a browser to begin a
 *     sign-in [OpenID Connect Core §4]
 * @param defaultMaxAge how old a sign-in may be, in seconds, where a request does not say
 * @param requireAuthTime whether its ID tokens always tell the time of the sign-in
 * @param defaultAcrValues how strong a sign-in should be where a request does not say
 * @param authorizationDetailsTypes what it may ask for in detail [RFC 9396 §10]
 * @param backchannelTokenDeliveryMode how it gets the tokens of people who sign in elsewhere, which
 *     it may not wait for where this is null [CIBA Core §4]
 * @param backchannelAuthenticationRequestSigningAlg by which it signs what it asks of people
 *     elsewhere, and always then [CIBA Core §4]
 * @param subjectType whether it knows people by ids of its own [OpenID Connect Core §8]
 * @param tokenEndpointAuthSigningAlg the only algorithm of its assertions about itself
 * @param introspectionSignedResponseAlg that of signed answers of introspection [RFC 9701 §6]
 * @param requestObjectEncryptionAlg how it may encrypt its requests, for which a key is published
 *     then; it may use others and leave it [OpenID Connect Registration §2]
 * @param sectorIdentifierUri what lists the addresses of the group that shares those ids; an
 *     application's own host where this is null
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationProtocol(
    @Nullable @NullAllowed @ShapedBy(WebAddressShape.class) String frontchannelLogoutUri,
    @Nullable @NullAllowed Boolean frontchannelLogoutSessionRequired,
    @Nullable @NullAllowed Boolean dpopBoundAccessTokens,
    @Nullable @NullAllowed Boolean dpopNonceRequired,
    @Nullable @NullAllowed Boolean requirePushedAuthorizationRequests,
    @Nullable @NullAllowed Boolean requireSignedRequestObject,
    @Nullable @NullAllowed List<@ShapedBy(WebAddressShape.class) String> requestUris,
    @Nullable @NullAllowed List<@ShapedBy(ResponseTypeShape.class) String> responseTypes,
    @Nullable @NullAllowed @ShapedBy(AlgorithmShape.class) String idTokenSignedResponseAlg,
    @Nullable @NullAllowed @ShapedBy(AlgorithmShape.class) String userinfoSignedResponseAlg,
    @Nullable @NullAllowed @ShapedBy(AlgorithmShape.class) String authorizationSignedResponseAlg,
    @Nullable @NullAllowed @ShapedBy(EncryptionAlgorithmShape.class)
        String idTokenEncryptedResponseAlg,
    @Nullable @NullAllowed @ShapedBy(EncryptionMethodShape.class)
        String idTokenEncryptedResponseEnc,
    @Nullable @NullAllowed @ShapedBy(EncryptionAlgorithmShape.class)
        String userinfoEncryptedResponseAlg,
    @Nullable @NullAllowed @ShapedBy(EncryptionMethodShape.class)
        String userinfoEncryptedResponseEnc,
    @Nullable @NullAllowed List<GrantType> grantTypes,
    @Nullable @NullAllowed @ShapedBy(AlgorithmShape.class) String requestObjectSigningAlg,
    @Nullable @NullAllowed Boolean unsignedRequestObjects,
    @Nullable @NullAllowed @ShapedBy(SecureAddressShape.class) String initiateLoginUri,
    @Nullable @NullAllowed @Min(0) @Max(31_536_000) Integer defaultMaxAge,
    @Nullable @NullAllowed Boolean requireAuthTime,
    @Nullable @NullAllowed @Size(max = 20) List<@Size(min = 1, max = 255) String> defaultAcrValues,
    @Nullable @NullAllowed @Size(max = 100)
        List<@Size(min = 1, max = 256) String> authorizationDetailsTypes,
    @Nullable @NullAllowed DeliveryMode backchannelTokenDeliveryMode,
    @Nullable @NullAllowed @ShapedBy(AlgorithmShape.class)
        String backchannelAuthenticationRequestSigningAlg,
    @Nullable @NullAllowed SubjectType subjectType,
    @Nullable @NullAllowed @ShapedBy(SecureAddressShape.class) String sectorIdentifierUri,
    @Nullable @NullAllowed @ShapedBy(AssertionAlgorithmShape.class)
        String tokenEndpointAuthSigningAlg,
    @Nullable @NullAllowed @ShapedBy(AlgorithmShape.class) String introspectionSignedResponseAlg,
    @Nullable @NullAllowed @ShapedBy(EncryptionAlgorithmShape.class)
        String requestObjectEncryptionAlg,
    @Nullable @NullAllowed @ShapedBy(EncryptionMethodShape.class)
        String requestObjectEncryptionEnc) {
  /** An application that never said anything. */
  public static final ApplicationProtocol DEFAULT =
      new ApplicationProtocol(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);

  /** Which ids an application knows people by. */
  public enum SubjectType {
    /** Those that everybody knows. */
    @JsonProperty("public")
    PUBLIC,
    /** Those that only its group knows. */
    @JsonProperty("pairwise")
    PAIRWISE
  }

  /** How tokens come that a person allows elsewhere. */
  public enum DeliveryMode {
    /** The application asks until they are there. */
    @JsonProperty("poll")
    POLL
  }

  public ApplicationProtocol {
    requestUris = requestUris == null ? null : List.copyOf(requestUris);
    responseTypes = responseTypes == null ? null : List.copyOf(responseTypes);
    grantTypes = grantTypes == null ? null : List.copyOf(grantTypes);
    defaultAcrValues = defaultAcrValues == null ? null : List.copyOf(defaultAcrValues);
    authorizationDetailsTypes =
        authorizationDetailsTypes == null ? null : List.copyOf(authorizationDetailsTypes);
  }

  public boolean bindsTokens() {
    return Boolean.TRUE.equals(dpopBoundAccessTokens);
  }

  public boolean pushesRequests() {
    return Boolean.TRUE.equals(requirePushedAuthorizationRequests);
  }

  public boolean signsRequests() {
    return Boolean.TRUE.equals(requireSignedRequestObject);
  }

  /** "The URI … MAY include the base64url-encoded SHA-256 hash … as the fragment" [Core §6.2]. */
  public boolean publishesRequest(String uri) {
    int fragment = uri.indexOf('#');
    return requestUris != null
        && requestUris.contains(fragment < 0 ? uri : uri.substring(0, fragment));
  }

  public boolean keepsTo(GrantType type) {
    return grantTypes == null || grantTypes.contains(type);
  }

  public boolean pairwiseSubjects() {
    return subjectType == SubjectType.PAIRWISE;
  }

  public boolean waitsForPeople() {
    return backchannelTokenDeliveryMode != null;
  }

  public boolean mayAskDetail(String type) {
    return authorizationDetailsTypes != null && authorizationDetailsTypes.contains(type);
  }

  public boolean leavesRequestsUnsigned() {
    return Boolean.TRUE.equals(unsignedRequestObjects);
  }

  public boolean asksAuthTime() {
    return Boolean.TRUE.equals(requireAuthTime);
  }

  /** {@link #defaultAcrValues} as a request would say them. */
  public @Nullable String acrValues() {
    return defaultAcrValues == null || defaultAcrValues.isEmpty()
        ? null
        : String.join(" ", defaultAcrValues);
  }

  /** Whether an assertion of its own may be signed so. [OpenID Connect Registration §2] */
  public boolean mayAssertBy(String alg) {
    return tokenEndpointAuthSigningAlg == null || tokenEndpointAuthSigningAlg.equals(alg);
  }

  public boolean answersWith(ResponseType type) {
    return responseTypes != null && responseTypes.contains(type.toString());
  }

  /** Every algorithm that something for the application is signed by. */
  List<String> algorithms() {
    return Stream.of(
            idTokenSignedResponseAlg,
            userinfoSignedResponseAlg,
            authorizationSignedResponseAlg,
            introspectionSignedResponseAlg)
        .flatMap(Stream::ofNullable)
        .distinct()
        .toList();
  }

  /** Whether userinfo is a token rather than plain JSON. */
  public boolean sealsUserinfo() {
    return userinfoSignedResponseAlg != null || userinfoEncryptedResponseAlg != null;
  }

  /**
   * Where a browser is sent so that the application begins a sign-in with this issuer; null where
   * it has not said. [OpenID Connect Core §4]
   */
  public @Nullable String beginningWith(String issuer) {
    return initiateLoginUri == null
        ? null
        : ResponseMode.QUERY.redirect(initiateLoginUri, Map.of("iss", issuer));
  }

  public boolean needsNonce() {
    return Boolean.TRUE.equals(dpopNonceRequired);
  }

  public boolean frontchannelSession() {
    return Boolean.TRUE.equals(frontchannelLogoutSessionRequired);
  }
}
