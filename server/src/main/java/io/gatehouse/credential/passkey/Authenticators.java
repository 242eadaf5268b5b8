package io.gatehouse.credential.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies what authenticators say. The one class that knows the library, which is loaded with it.
 */
final class Authenticators {
  private static final ObjectConverter CONVERTER = new ObjectConverter();

  /** No authenticator has to say of what make it is: what it attests is not asked for. */
  private static final WebAuthnManager LIBRARY =
      WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);

  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(parameters(COSEAlgorithmIdentifier.ES256), parameters(COSEAlgorithmIdentifier.RS256));

  private static final Set<String> TRANSPORTS =
      Set.of("usb", "nfc", "ble", "internal", "cable", "hybrid", "smart-card");

  /** Enough for RSA of 8192 bits; longer ones would only cost time. */
  private static final int LONGEST_KEY = 1100;

  private Authenticators() {}

  static Passkey made(RelyingParty site, String challenge, RegistrationAnswer answer) {
    refuseUnlike(answer.id(), answer.rawId());
    List<String> transports = known(answer.response().transports());
    RegistrationData data =
        LIBRARY.parse(
            new RegistrationRequest(
                bytes(answer.response().attestationObject()),
                bytes(answer.response().clientDataJSON()),
                null,
                Set.copyOf(transports)));
    LIBRARY.verify(
        data, new RegistrationParameters(server(site, challenge), ALGORITHMS, true, true));
    AuthenticatorData<?> said =
        Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
    AttestedCredentialData credential = Objects.requireNonNull(said.getAttestedCredentialData());
    byte[] key = CONVERTER.getCborConverter().writeValueAsBytes(credential.getCOSEKey());
    refuseUnlike(answer.id(), text(credential.getCredentialId()));
    if (key.length > LONGEST_KEY) {
      throw PasskeyError.NOT_VERIFIED.exception();
    }
    return new Passkey(
        answer.id(), text(key), said.getSignCount(), transports, said.isFlagBE(), said.isFlagBS());
  }

  static Passkey.Use shown(
      RelyingParty site, String challenge, Passkey passkey, AuthenticationAnswer answer) {
    refuseUnlike(answer.id(), answer.rawId());
    byte[] id = bytes(passkey.id());
    AuthenticationAnswer.Response response = answer.response();
    AuthenticationData data =
        LIBRARY.parse(
            new AuthenticationRequest(
                bytes(answer.rawId()),
                response.userHandle() == null ? null : bytes(response.userHandle()),
                bytes(response.authenticatorData()),
                bytes(response.clientDataJSON()),
                null,
                bytes(response.signature())));
    LIBRARY.verify(
        data,
        new AuthenticationParameters(
            server(site, challenge), kept(id, passkey), List.of(id), true, true));
    AuthenticatorData<?> said = Objects.requireNonNull(data.getAuthenticatorData());
    return new Passkey.Use(said.getSignCount(), said.isFlagBS());
  }

  private static CredentialRecord kept(byte[] id, Passkey passkey) {
    COSEKey key =
        Objects.requireNonNull(
            CONVERTER.getCborConverter().readValue(bytes(passkey.publicKey()), COSEKey.class));
    return new CredentialRecordImpl(
        null,
        true,
        passkey.backupEligible(),
        passkey.backedUp(),
        passkey.signCount(),
        new AttestedCredentialData(AAGUID.ZERO, id, key),
        null,
        null,
        null,
        null);
  }

  private static ServerProperty server(RelyingParty site, String challenge) {
    return new ServerProperty(
        site.origins().stream().map(Origin::new).collect(Collectors.toSet()),
        site.id(),
        new DefaultChallenge(bytes(challenge)),
        null);
  }

  /** The two names of a passkey in an answer are one. */
  private static void refuseUnlike(String id, String rawId) {
    if (!id.equals(rawId)) {
      throw PasskeyError.NOT_VERIFIED.exception();
    }
  }

  /** Browsers of tomorrow may name others, which would be of no use today. */
  private static List<String> known(@Nullable List<String> transports) {
    return transports == null
        ? List.of()
        : transports.stream().filter(TRANSPORTS::contains).distinct().toList();
  }

  private static PublicKeyCredentialParameters parameters(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }

  private static byte[] bytes(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
