package io.gatehouse.platform.crypto.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the RSA keys that administrators bring: PKCS #8 or PKCS #1 in PEM, with a password or
 * without.
 */
public final class PrivateKeyPem {
  private static final BouncyCastleProvider CIPHERS = new BouncyCastleProvider();

  private PrivateKeyPem() {}

  /**
   * The key.
   *
   * @throws GeneralSecurityException when it is none, no RSA key, or the password is not its own
   */
  public static PrivateKey parse(String pem, @Nullable String password)
      throws GeneralSecurityException {
    char[] secret = password == null ? new char[0] : password.toCharArray();
    try (PEMParser parser = new PEMParser(new StringReader(pem.strip()))) {
      PrivateKey key = new JcaPEMKeyConverter().getPrivateKey(info(parser.readObject(), secret));
      if (!"RSA".equals(key.getAlgorithm())) {
        throw new GeneralSecurityException("no RSA key");
      }
      return key;
    } catch (IOException | OperatorCreationException | PKCSException | RuntimeException e) {
      throw new GeneralSecurityException("no key in PEM, or not by this password", e);
    }
  }

  private static PrivateKeyInfo info(@Nullable Object read, char[] password)
      throws GeneralSecurityException, IOException, OperatorCreationException, PKCSException {
    return switch (read) {
      case PrivateKeyInfo open -> open;
      case PEMKeyPair open -> open.getPrivateKeyInfo();
      case PKCS8EncryptedPrivateKeyInfo locked ->
          locked.decryptPrivateKeyInfo(
              new JceOpenSSLPKCS8DecryptorProviderBuilder().setProvider(CIPHERS).build(password));
      case PEMEncryptedKeyPair locked ->
          locked
              .decryptKeyPair(
                  new JcePEMDecryptorProviderBuilder().setProvider(CIPHERS).build(password))
              .getPrivateKeyInfo();
      case null, default -> throw new GeneralSecurityException("no private key");
    };
  }
}
