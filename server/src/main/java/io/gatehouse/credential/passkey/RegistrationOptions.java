package io.gatehouse.credential.passkey;

import java.util.List;

/**
 * What a browser is asked when a passkey is to be made; binary values are in base64url.
 *
 * <p>Source: [Web Authentication
 * §5.1.9](https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson)
 *
 * @param timeout in milliseconds
 */
public record RegistrationOptions(
    Site rp,
    Owner user,
    String challenge,
    List<Algorithm> pubKeyCredParams,
    long timeout,
    List<Descriptor> excludeCredentials,
    Selection authenticatorSelection,
    String attestation,
    Extensions extensions) {

  /** The site, as the browser shows it. */
  public record Site(String id, String name) {}

  /**
   * Whose the passkey will be.
   *
   * @param id in base64url
   */
  public record Owner(String id, String name, String displayName) {}

  /** A kind of key, by its number in the registry of COSE. */
  public record Algorithm(int alg, String type) {}

  /** Which authenticators will do. */
  public record Selection(
      String residentKey, boolean requireResidentKey, String userVerification) {}

  /** What is asked besides: whether the passkey can be found without its name. */
  public record Extensions(boolean credProps) {}
}
