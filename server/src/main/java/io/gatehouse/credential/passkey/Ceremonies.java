package io.gatehouse.credential.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.credential.passkey.RegistrationOptions.Algorithm;
import io.gatehouse.credential.passkey.RegistrationOptions.Extensions;
import io.gatehouse.credential.passkey.RegistrationOptions.Owner;
import io.gatehouse.credential.passkey.RegistrationOptions.Selection;
import io.gatehouse.credential.passkey.RegistrationOptions.Site;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The two ceremonies of Web Authentication: a passkey is made, and a passkey is shown. Both end
 * with a passkey that is what it says, or with the end of the request.
 *
 * <p>Source: [Web Authentication §7](https://www.w3.org/TR/webauthn-3/#sctn-rp-operations)
 */
@Singleton
public class Ceremonies {
  private static final Logger LOG = Logger.getLogger(Ceremonies.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int CHALLENGE_BYTES = 32;
  private static final String REQUIRED = "required";

  // RFC 9053 §2.1, RFC 8812 §2: ES256, which nearly all can, and RS256 for those that cannot.
  private static final List<Algorithm> ALGORITHMS =
      List.of(new Algorithm(-7, Descriptor.PUBLIC_KEY), new Algorithm(-257, Descriptor.PUBLIC_KEY));

  /**
   * What to ask when somebody makes a passkey: one that can be found without their name, on an
   * authenticator that makes sure of them.
   *
   * @param name what the browser calls the person
   * @param own the passkeys that they have already: their authenticators are left out
   */
  public RegistrationOptions make(
      RelyingParty site, String userId, String name, List<Passkey> own) {
    return new RegistrationOptions(
        new Site(site.id(), site.id()),
        new Owner(handle(userId), name, name),
        challenge(),
        ALGORITHMS,
        TIMEOUT.toMillis(),
        own.stream().map(Descriptor::of).toList(),
        new Selection(REQUIRED, true, REQUIRED),
        "none",
        new Extensions(true));
  }

  /** The passkey that was made in answer to the challenge. */
  public Passkey made(RelyingParty site, String challenge, RegistrationAnswer answer) {
    return verified(() -> Authenticators.made(site, challenge, answer));
  }

  /** What to ask when one of these passkeys is to be shown, or any where none is given. */
  public AuthenticationOptions show(RelyingParty site, List<Passkey> accepted) {
    return new AuthenticationOptions(
        challenge(),
        TIMEOUT.toMillis(),
        site.id(),
        accepted.stream().map(Descriptor::of).toList(),
        REQUIRED);
  }

  /** What the passkey's authenticator tells in answer to the challenge. */
  public Passkey.Use shown(
      RelyingParty site, String challenge, Passkey passkey, AuthenticationAnswer answer) {
    return verified(() -> Authenticators.shown(site, challenge, passkey, answer));
  }

  /** What authenticators call a person. */
  static String handle(String userId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(userId.getBytes(UTF_8));
  }

  private static String challenge() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Ids.bytes(CHALLENGE_BYTES));
  }

  /** Whatever the library trips over in an answer, the answer is refused. */
  private static <T> T verified(Supplier<T> ceremony) {
    try {
      return ceremony.get();
    } catch (RequestException refusal) {
      throw refusal;
    } catch (RuntimeException failure) {
      LOG.debug("An authenticator's answer was refused", failure);
      throw PasskeyError.NOT_VERIFIED.exception();
    }
  }
}
