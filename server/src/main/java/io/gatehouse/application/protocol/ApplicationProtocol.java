package io.gatehouse.application.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.ShapedBy;
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
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationProtocol(
    @Nullable @NullAllowed @ShapedBy(WebAddressShape.class) String frontchannelLogoutUri,
    @Nullable @NullAllowed Boolean frontchannelLogoutSessionRequired,
    @Nullable @NullAllowed Boolean dpopBoundAccessTokens,
    @Nullable @NullAllowed Boolean dpopNonceRequired) {
  /** An application that never said anything. */
  public static final ApplicationProtocol DEFAULT = new ApplicationProtocol(null, null, null, null);

  public boolean bindsTokens() {
    return Boolean.TRUE.equals(dpopBoundAccessTokens);
  }

  public boolean needsNonce() {
    return Boolean.TRUE.equals(dpopNonceRequired);
  }

  public boolean frontchannelSession() {
    return Boolean.TRUE.equals(frontchannelLogoutSessionRequired);
  }
}
