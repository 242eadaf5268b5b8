package io.gatehouse.application.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.ShapedBy;
import io.gatehouse.protocol.ResponseType;
import java.util.List;
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
 * @param dpopNonceRequired whether its proofs must hold a nonce of ours [RFC 9449 §8]
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
        String userinfoEncryptedResponseEnc) {
  /** An application that never said anything. */
  public static final ApplicationProtocol DEFAULT =
      new ApplicationProtocol(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  public ApplicationProtocol {
    requestUris = requestUris == null ? null : List.copyOf(requestUris);
    responseTypes = responseTypes == null ? null : List.copyOf(responseTypes);
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

  public boolean publishesRequest(String uri) {
    return requestUris != null && requestUris.contains(uri);
  }

  public boolean answersWith(ResponseType type) {
    return responseTypes != null && responseTypes.contains(type.toString());
  }

  /** Every algorithm that something for the application is signed by. */
  List<String> algorithms() {
    return Stream.of(
            idTokenSignedResponseAlg, userinfoSignedResponseAlg, authorizationSignedResponseAlg)
        .flatMap(Stream::ofNullable)
        .distinct()
        .toList();
  }

  /** Whether userinfo is a token rather than plain JSON. */
  public boolean sealsUserinfo() {
    return userinfoSignedResponseAlg != null || userinfoEncryptedResponseAlg != null;
  }

  public boolean needsNonce() {
    return Boolean.TRUE.equals(dpopNonceRequired);
  }

  public boolean frontchannelSession() {
    return Boolean.TRUE.equals(frontchannelLogoutSessionRequired);
  }
}
