package io.gatehouse.platform.saml.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.saml.DecryptionKey;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.SamlTimes;
import io.gatehouse.platform.saml.Xml;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.SamlAnswer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class EncryptedResponseTest {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
  private static final SigningCertificate OURS =
      SigningCertificate.make("us", MADE, MADE.plus(Duration.ofDays(400)));
  private static final String ACS = "https://us.example/acs";

  @Test
  @Spec("SAML 2.0 Core §2.3.4")
  void whatIsEncryptedForUsIsReadInEitherOrder() throws Exception {
    assertEquals("person", read(answer(), key()).nameId(), "a signed assertion");
    SamlAnswer hiding = answer();
    hiding.signsResponse = true;
    assertEquals("person", read(hiding, key()).nameId(), "signed around what hides it");
    hiding.signsAssertion = false;
    assertEquals("person", read(hiding, key()).nameId(), "signed there alone");
    SamlAnswer hidden = answer();
    hidden.signsResponse = true;
    hidden.signsAssertion = false;
    hidden.encryptsLast = true;
    assertEquals("person", read(hidden, key()).nameId(), "signed before it was encrypted");
  }

  @Test
  void whatNobodyHasSignedIsNotBelievedAndLooksLikeWhatCannotBeRead() throws Exception {
    SamlAnswer unsigned = answer();
    unsigned.signsAssertion = false;
    SamlAnswer forged = answer();
    forged.byAnotherKey = true;
    SamlAnswer foreign = answer();
    foreign.encryptedFor = SigningCertificate.parse(SamlAnswer.certificate());
    for (SamlAnswer each : List.of(unsigned, forged, foreign)) {
      SamlException refused = assertThrows(SamlException.class, () -> read(each, key()));
      assertEquals(
          "its encrypted assertion cannot be read, or is not signed", refused.getMessage());
    }
  }

  @Test
  void whatIsEncryptedIsRefusedWhereNoKeyIsConfigured() {
    SamlException refused = assertThrows(SamlException.class, () -> read(answer(), null));
    assertTrue(String.valueOf(refused.getMessage()).contains("encrypted"));
  }

  @Test
  void anAssertionBesideTheEncryptedOneIsNotTaken() throws Exception {
    Element response = answer().response();
    SamlAnswer other = answer();
    other.encryptedFor = null;
    Element beside = Xml.children(other.response(), Saml.ASSERTION, "Assertion").getFirst();
    response.appendChild(response.getOwnerDocument().importNode(beside, true));
    assertThrows(
        SamlException.class, () -> reader(key()).read(PostBinding.encode(response), Instant.now()));
  }

  private static SamlAnswer answer() {
    SamlAnswer answer = SamlAnswer.of("urn:us", ACS, "_request");
    answer.encryptedFor = OURS.parsed();
    return answer;
  }

  private static DecryptionKey key() throws GeneralSecurityException {
    return new DecryptionKey(
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(OURS.privateKey())));
  }

  private static SamlAssertion read(SamlAnswer answer, @Nullable DecryptionKey key)
      throws SamlException, GeneralSecurityException {
    return reader(key).read(answer.value(), Instant.now());
  }

  private static SamlResponse reader(@Nullable DecryptionKey key) throws GeneralSecurityException {
    IdentityProvider provider =
        new IdentityProvider(
            SamlAnswer.ENTITY,
            new SignInEndpoint("https://idp.example/sso", SignInEndpoint.Binding.REDIRECT),
            List.of(SigningCertificate.parse(SamlAnswer.certificate())));
    return new SamlResponse(
        new Expectation(provider, new ServiceProvider("urn:us", ACS), "_request", SamlTimes.SKEW),
        key);
  }
}
