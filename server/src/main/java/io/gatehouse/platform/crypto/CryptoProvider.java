package io.gatehouse.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Picks the library that signs: Amazon Corretto Crypto Provider where its native part loads, else
 * Bouncy Castle, else what the JDK brings. The choice is made once a process; a slower one costs
 * one warning in the log.
 */
public final class CryptoProvider {
  private static final Logger LOG = Logger.getLogger(CryptoProvider.class);
  private static final String CORRETTO =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
  private static final String BOUNCY_CASTLE = "org.bouncycastle.jce.provider.BouncyCastleProvider";

  private final @Nullable Provider signatures;
  private final boolean makesEdwardsKeys;

  private CryptoProvider(@Nullable Provider signatures, boolean makesEdwardsKeys) {
    this.signatures = signatures;
    this.makesEdwardsKeys = makesEdwardsKeys;
  }

  /**
   * The process's choice. The first call makes it, and puts a native provider ahead of the JDK's.
   */
  public static CryptoProvider install() {
    return Chosen.PROVIDER;
  }

  /** The name of the library in use, for the log and the health page. */
  public String name() {
    return signatures == null ? "JDK" : signatures.getName();
  }

  Signature signature(SigningAlgorithm algorithm) throws GeneralSecurityException {
    Signature signature =
        signatures == null
            ? Signature.getInstance(algorithm.signatureName())
            : Signature.getInstance(algorithm.signatureName(), signatures);
    AlgorithmParameterSpec parameters = algorithm.signatureParameters();
    if (parameters != null) {
      signature.setParameter(parameters);
    }
    return signature;
  }

  KeyPair generate(SigningAlgorithm algorithm) throws GeneralSecurityException {
    Provider maker = keyProvider(algorithm);
    KeyPairGenerator generator =
        maker == null
            ? KeyPairGenerator.getInstance(algorithm.keyType())
            : KeyPairGenerator.getInstance(algorithm.keyType(), maker);
    AlgorithmParameterSpec parameters = algorithm.keyParameters();
    if (parameters != null) {
      generator.initialize(parameters);
    }
    return generator.generateKeyPair();
  }

  /**
   * Brings a key over once; a foreign key would be converted at every signature (120 µs for P-384).
   */
  KeyPair adopt(SigningAlgorithm algorithm, KeyPair foreign) throws GeneralSecurityException {
    KeyFactory factory = keyFactory(algorithm);
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(foreign.getPublic().getEncoded())),
        factory.generatePrivate(new PKCS8EncodedKeySpec(foreign.getPrivate().getEncoded())));
  }

  /** The same for the public half alone. */
  PublicKey adopt(SigningAlgorithm algorithm, PublicKey foreign) throws GeneralSecurityException {
    return keyFactory(algorithm).generatePublic(new X509EncodedKeySpec(foreign.getEncoded()));
  }

  private KeyFactory keyFactory(SigningAlgorithm algorithm) throws GeneralSecurityException {
    Provider maker = keyProvider(algorithm);
    return maker == null
        ? KeyFactory.getInstance(algorithm.keyType())
        : KeyFactory.getInstance(algorithm.keyType(), maker);
  }

  private @Nullable Provider keyProvider(SigningAlgorithm algorithm) {
    if (algorithm != SigningAlgorithm.EDDSA) {
      return signatures;
    }
    return makesEdwardsKeys ? signatures : Security.getProvider("SunEC");
  }

  private static CryptoProvider choose() {
    Provider corretto = corretto();
    if (corretto != null) {
      Security.insertProviderAt(corretto, 1);
      return new CryptoProvider(corretto, false);
    }
    Provider bouncy = instance(BOUNCY_CASTLE);
    LOG.warnf(
        "Amazon Corretto Crypto Provider does not run on this platform: signatures are made by %s and cost several times more",
        bouncy == null ? "the JDK" : "Bouncy Castle");
    return bouncy == null ? jdk() : bouncyCastle(bouncy);
  }

  static CryptoProvider jdk() {
    return new CryptoProvider(null, false);
  }

  /** Not registered: it serves here by name, and everything else stays with the JDK. */
  static CryptoProvider bouncyCastle(Provider bouncy) {
    return new CryptoProvider(bouncy, true);
  }

  private static @Nullable Provider corretto() {
    try {
      Class<?> type = Class.forName(CORRETTO);
      Provider provider = (Provider) type.getField("INSTANCE").get(null);
      return type.getMethod("getLoadingError").invoke(provider) == null ? provider : null;
    } catch (ReflectiveOperationException | LinkageError absent) {
      return null;
    }
  }

  private static @Nullable Provider instance(String type) {
    try {
      return Class.forName(type).asSubclass(Provider.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError absent) {
      return null;
    }
  }

  private static final class Chosen {
    static final CryptoProvider PROVIDER = choose();
  }
}
