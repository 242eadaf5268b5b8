package io.gatehouse.connector.saml;

import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.saml.SamlConfig;
import io.gatehouse.platform.crypto.certificate.PrivateKeyPem;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.saml.DecryptionKey;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.SignatureAlgorithm;
import io.gatehouse.platform.saml.SigningCredential;
import io.gatehouse.platform.saml.signon.IdentityProvider;
import io.gatehouse.platform.saml.signon.SamlMetadata;
import io.gatehouse.platform.saml.signon.ServiceProvider;
import io.gatehouse.platform.saml.signon.SignInEndpoint;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The provider of a connector and what we are to it, as its settings say.
 *
 * @param signature signs requests; null where they are not signed
 * @param decryption reads what is encrypted for us; null where nothing is
 */
public record SamlParties(
    IdentityProvider provider,
    ServiceProvider us,
    @Nullable SigningCredential signature,
    @Nullable DecryptionKey decryption) {

  /**
   * Reads the settings.
   *
   * @throws io.gatehouse.connectors.ConnectorException for metadata, certificates and keys that are
   *     none
   */
  public static SamlParties of(SamlConfig config) {
    SamlConfig.Signing signing = config.signature();
    SamlConfig.Key decryption = config.decryptionKey();
    return new SamlParties(
        provider(config),
        new ServiceProvider(config.entityId(), config.assertionConsumerService()),
        signing == null ? null : credential(signing),
        decryption == null ? null : new DecryptionKey(key(decryption)));
  }

  private static IdentityProvider provider(SamlConfig config) {
    try {
      SamlMetadata metadata = SamlMetadata.parse(config.metadata());
      SignInEndpoint endpoint = metadata.signInEndpoint();
      List<X509Certificate> certificates = new ArrayList<>();
      certificates.add(certificate(config.certificate()));
      metadata.certificates().forEach(each -> certificates.add(certificate(each)));
      return new IdentityProvider(
          metadata.entityId(),
          endpoint.at(Objects.requireNonNullElse(config.signInEndpoint(), endpoint.address())),
          certificates);
    } catch (SamlException e) {
      throw ConnectorError.INVALID_METADATA.exception(String.valueOf(e.getMessage()), e);
    }
  }

  private static X509Certificate certificate(String text) {
    try {
      return SigningCertificate.parse(text);
    } catch (GeneralSecurityException e) {
      throw ConnectorError.INVALID_CERTIFICATE.exception(String.valueOf(e.getMessage()), e);
    }
  }

  private static SigningCredential credential(SamlConfig.Signing signing) {
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.of(signing.algorithm()).orElse(SignatureAlgorithm.RSA_SHA256);
    return new SigningCredential(key(signing.key()), null, algorithm);
  }

  private static PrivateKey key(SamlConfig.Key key) {
    try {
      return PrivateKeyPem.parse(key.pem(), key.password());
    } catch (GeneralSecurityException e) {
      throw ConnectorError.INVALID_CONFIG.exception(String.valueOf(e.getMessage()), e);
    }
  }
}
