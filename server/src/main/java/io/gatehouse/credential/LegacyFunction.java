package io.gatehouse.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The functions that an imported legacy digest can name. Their constructors' checks are what import
 * refuses.
 */
sealed interface LegacyFunction {

  boolean matches(String password, List<String> arguments, String expected);

  /** The digest's algorithm is none that is known here. */
  final class Unknown extends IllegalArgumentException {}

  /** A digest over the arguments, one after the other, with the password at its place. */
  record Plain(String algorithm) implements LegacyFunction {
    private static final BouncyCastleProvider DIGESTS = new BouncyCastleProvider();
    private static final Map<String, String> NAMES =
        Map.ofEntries(
            Map.entry("md4", "MD4"),
            Map.entry("md5", "MD5"),
            Map.entry("sha1", "SHA-1"),
            Map.entry("sha224", "SHA-224"),
            Map.entry("sha256", "SHA-256"),
            Map.entry("sha384", "SHA-384"),
            Map.entry("sha512", "SHA-512"),
            Map.entry("sha512-224", "SHA-512/224"),
            Map.entry("sha512-256", "SHA-512/256"),
            Map.entry("sha3-224", "SHA3-224"),
            Map.entry("sha3-256", "SHA3-256"),
            Map.entry("sha3-384", "SHA3-384"),
            Map.entry("sha3-512", "SHA3-512"),
            Map.entry("blake2b512", "BLAKE2B-512"),
            Map.entry("blake2s256", "BLAKE2S-256"),
            Map.entry("ripemd", "RIPEMD160"),
            Map.entry("ripemd160", "RIPEMD160"),
            Map.entry("rmd160", "RIPEMD160"),
            Map.entry("sm3", "SM3"),
            Map.entry("whirlpool", "WHIRLPOOL"));

    static Plain of(String openSslName) {
      String bare = openSslName.startsWith("rsa-") ? openSslName.substring(4) : openSslName;
      String algorithm = NAMES.get(bare);
      if (algorithm == null) {
        throw new Unknown();
      }
      return new Plain(algorithm);
    }

    @Override
    public boolean matches(String password, List<String> arguments, String expected) {
      try {
        MessageDigest digest = MessageDigest.getInstance(algorithm, DIGESTS);
        for (String argument : arguments) {
          digest.update(
              (argument.equals(LegacyDigest.PASSWORD) ? password : argument).getBytes(UTF_8));
        }
        return sameHex(digest.digest(), expected);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** PBKDF2 (RFC 8018 §5.2). */
  record Pbkdf2(byte[] salt, int iterations, int length, String digest) implements LegacyFunction {
    private static final String HEX = "hex:";
    private static final int MOST_ROUNDS = 10_000_000;

    static Pbkdf2 of(List<String> arguments) {
      if (arguments.size() != 5) {
        throw new IllegalArgumentException("salt, iterations, length, digest, password");
      }
      String salt = arguments.get(0);
      Pbkdf2 function =
          new Pbkdf2(
              salt.startsWith(HEX)
                  ? HexFormat.of().parseHex(salt.substring(HEX.length()))
                  : salt.getBytes(UTF_8),
              bounded(arguments.get(1), 1, MOST_ROUNDS),
              bounded(arguments.get(2), 1, 1024),
              arguments.get(3).toLowerCase(Locale.ROOT));
      if (function.rounds() > MOST_ROUNDS) {
        throw new IllegalArgumentException("out of bounds");
      }
      return function;
    }

    /** Each block of the result takes all iterations. */
    private long rounds() {
      int block = prf().getDigestSize();
      return (long) iterations * ((length + block - 1) / block);
    }

    @Override
    public boolean matches(String password, List<String> arguments, String expected) {
      PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(prf());
      generator.init(password.getBytes(UTF_8), salt, iterations);
      KeyParameter key = (KeyParameter) generator.generateDerivedMacParameters(length * 8);
      return sameHex(key.getKey(), expected);
    }

    private Digest prf() {
      return switch (digest) {
        case "md5" -> new MD5Digest();
        case "sha1" -> new SHA1Digest();
        case "sha224" -> new SHA224Digest();
        case "sha256" -> new SHA256Digest();
        case "sha384" -> new SHA384Digest();
        case "sha512" -> new SHA512Digest();
        default -> throw new Unknown();
      };
    }
  }

  /**
   * Firebase's scrypt: the signer key, encrypted under a key derived from the password
   * (AES-256-CTR, counter from zero).
   *
   * <p>Source: <a
   * href="https://firebaseopensource.com/projects/firebase/scrypt/">firebase/scrypt</a>
   */
  record FirebaseScrypt(byte[] salt, byte[] signerKey, int rounds, int memoryCost)
      implements LegacyFunction {

    static FirebaseScrypt of(List<String> arguments) {
      if (arguments.size() != 6) {
        throw new IllegalArgumentException("salt, signer key, separator, rounds, memory, password");
      }
      byte[] salt = base64(arguments.get(0));
      byte[] separator = base64(arguments.get(2));
      byte[] salted = Arrays.copyOf(salt, salt.length + separator.length);
      System.arraycopy(separator, 0, salted, salt.length, separator.length);
      return new FirebaseScrypt(
          salted,
          base64(arguments.get(1)),
          bounded(arguments.get(3), 1, 8),
          bounded(arguments.get(4), 1, 14));
    }

    @Override
    public boolean matches(String password, List<String> arguments, String expected) {
      byte[] key = SCrypt.generate(password.getBytes(UTF_8), salt, 1 << memoryCost, rounds, 1, 32);
      try {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(
            Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
        return MessageDigest.isEqual(cipher.doFinal(signerKey), base64(expected));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      } catch (IllegalArgumentException notBase64) {
        return false;
      }
    }

    /** Exports of the tools use one alphabet, those of the Admin SDK the other. */
    private static byte[] base64(String text) {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
    }
  }

  private static boolean sameHex(byte[] computed, String expected) {
    String hex = HexFormat.of().formatHex(computed);
    return MessageDigest.isEqual(
        hex.getBytes(UTF_8), expected.toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }

  private static int bounded(String text, int least, int most) {
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException("out of bounds");
    }
    return number;
  }
}
