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
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationProtocol(
    @Nullable @NullAllowed @ShapedBy(WebAddressShape.class) String frontchannelLogoutUri,
    @Nullable @NullAllowed Boolean frontchannelLogoutSessionRequired) {
  /** An application that never said anything. */
  public static final ApplicationProtocol DEFAULT = new ApplicationProtocol(null, null);

  public boolean frontchannelSession() {
    return Boolean.TRUE.equals(frontchannelLogoutSessionRequired);
  }
}
