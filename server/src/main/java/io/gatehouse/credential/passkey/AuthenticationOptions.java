package io.gatehouse.credential.passkey;

import java.util.List;

/**
 * What a browser is asked when a passkey is to be shown; binary values are in base64url.
 *
 * <p>Source: [Web Authentication
 * §5.1.10](https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialrequestoptionsjson)
 *
 * @param timeout in milliseconds
 * @param allowCredentials which will do; any of the site's where there are none
 */
public record AuthenticationOptions(
    String challenge,
    long timeout,
    String rpId,
    List<Descriptor> allowCredentials,
    String userVerification) {}
