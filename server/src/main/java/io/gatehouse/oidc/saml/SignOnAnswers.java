package io.gatehouse.oidc.saml;

import io.gatehouse.application.saml.SamlApplications;
import io.gatehouse.application.saml.SamlConfig;
import io.gatehouse.application.saml.SamlError;
import io.gatehouse.application.saml.SamlIdentity;
import io.gatehouse.oidc.token.RedeemedCodes;
import io.gatehouse.oidc.token.RedeemedCodes.SignIn;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.saml.EncryptionKey;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.Xml;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Ends sign-ins: redeems the code, and tells the service provider who it is.
 *
 * <p>Source: <a
 * href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">Profiles for SAML
 * 2.0 §4.1.4.2</a>
 */
@Singleton
class SignOnAnswers {
  private final SamlApplications applications;
  private final SamlSessionStore sessions;
  private final RedeemedCodes codes;
  private final SignOnLog log;
  private final InstantSource clock;

  SignOnAnswers(
      SamlApplications applications,
      SamlSessionStore sessions,
      RedeemedCodes codes,
      SignOnLog log,
      InstantSource clock) {
    this.applications = applications;
    this.sessions = sessions;
    this.codes = codes;
    this.log = log;
    this.clock = clock;
  }

  /**
   * What the browser brings back.
   *
   * @param state null for a sign-in that no service provider has begun
   * @param secret of the cookie
   */
  record Returned(String code, @Nullable String state, @Nullable String secret) {}

  /** The message for the service provider, in the form that the browser sends there. */
  PostBinding.Form answer(SignOn signOn, Returned returned) {
    SamlIdentity identity = applications.identity(signOn.tenant().id(), signOn.applicationId());
    try {
      SamlSessionStore.Asked asked =
          returned.state() == null ? null : taken(signOn, returned, returned.state());
      SignIn signIn =
          codes
              .redeem(
                  signOn.tenant().id(), returned.code(), signOn.applicationId(), signOn.callback())
              .orElseThrow(CallbackError.INVALID_TOKEN::exception);
      PostBinding.Form form = form(signOn, identity, signIn, asked);
      log.succeeded(
          SignOnLog.END,
          signOn,
          signIn.person().user().id(),
          asked == null ? Map.of() : Map.of("requestId", asked.requestId()));
      return form;
    } catch (RequestException e) {
      log.failed(SignOnLog.END, signOn, e);
      throw e;
    }
  }

  private SamlSessionStore.Asked taken(SignOn signOn, Returned returned, String state) {
    if (returned.secret() == null) {
      throw SamlError.NO_COOKIE.exception();
    }
    var shown = new SamlSessionStore.Shown(returned.secret(), signOn.applicationId(), state);
    return sessions
        .take(signOn.tenant().id(), shown, clock.instant())
        .orElseThrow(() ->
            sessions.known(signOn.tenant().id(), shown, clock.instant())
                ? SamlError.OTHER_STATE.exception()
                : SamlError.NO_SESSION.exception());
  }

  private PostBinding.Form form(
      SignOn signOn, SamlIdentity identity, SignIn signIn, SamlSessionStore.@Nullable Asked asked) {
    SamlConfig config = identity.application().config();
    SamlConfig.Receiver receiver = config.receiver();
    String acsUrl = receiver.acsUrl();
    var told =
        new ResponseMessage.Told(
            signOn.issuer(),
            receiver.entityId(),
            acsUrl,
            asked == null ? null : asked.requestId(),
            subject(config, signIn.person().user()),
            session(signIn),
            Attributes.of(config.attributeMapping(), signIn),
            clock.instant());
    if (!acsUrl.startsWith("https://") && !acsUrl.startsWith("http://")) {
      throw SamlError.ACS_URL_SCHEME.exception();
    }
    String relayState = asked == null ? null : asked.relayState();
    return PostBinding.form(acsUrl, "SAMLResponse", signed(told, identity), relayState);
  }

  private static ResponseMessage.Subject subject(SamlConfig config, User user) {
    String name =
        switch (config.nameIdFormat()) {
          case PERSISTENT, UNSPECIFIED -> user.id();
          case EMAIL -> {
            // Addresses here are verified before they belong to somebody.
            if (user.primaryEmail() == null) {
              throw SamlError.EMAIL_MISSING.exception();
            }
            yield user.primaryEmail();
          }
          case TRANSIENT -> "_" + Ids.secret(32);
        };
    return new ResponseMessage.Subject(config.nameIdFormat().urn(), name);
  }

  private static ResponseMessage.Session session(SignIn signIn) {
    String index = signIn.sessionId() == null ? Ids.secret(32) : signIn.sessionId();
    return new ResponseMessage.Session(index, signIn.at(), signIn.amr());
  }

  /**
   * The assertion is always signed, and the message too; of an encrypted assertion's only where the
   * application says that signing comes last. "The Assertion element(s) … MUST be signed" where a
   * form carries them [Profiles §4.1.4.5].
   */
  private static Element signed(ResponseMessage.Told told, SamlIdentity identity) {
    Element message = ResponseMessage.of(told);
    Element assertion = Xml.children(message, Saml.ASSERTION, "Assertion").getFirst();
    identity.credential().sign(assertion);
    SamlConfig.Encryption encryption = identity.application().config().encryption();
    boolean signsMessage = true;
    if (encryption != null && encryption.recipient().isPresent()) {
      key(encryption.recipient().get()).encrypt(assertion);
      signsMessage = encryption.signsLast();
    }
    if (signsMessage) {
      identity.credential().sign(message);
    }
    return message;
  }

  private static EncryptionKey key(String certificate) {
    try {
      return new EncryptionKey(SigningCertificate.parse(certificate));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw SamlError.CERTIFICATE_INVALID.exception();
    }
  }
}
