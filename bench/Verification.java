import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.VerificationKey;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The yardstick for everything that clients sign: CPU milliseconds of one ES256 verification, warm. No
 * two signatures are the same, as with one alone the processor learns its branches by heart.
 */
public class Verification {
  private static final int ROUNDS = 5_000;

  public static void main(String[] arguments) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    ECDSASigner signer = new ECDSASigner(key);
    SentJws[] signed = new SentJws[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      JWTClaimsSet claims = new JWTClaimsSet.Builder().subject("bench").jwtID("" + round).build();
      SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
      jwt.sign(signer);
      signed[round] = SentJws.signed(jwt.serialize());
    }
    VerificationKey verifier = VerificationKey.of(key.toPublicJWK()).orElseThrow();
    verify(verifier, signed);
    verify(verifier, signed);
    System.out.printf(Locale.ROOT, "%.4f%n", verify(verifier, signed));
  }

  private static double verify(VerificationKey key, SentJws[] signed) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    for (SentJws jwt : signed) {
      if (!key.verifies(jwt)) {
        throw new IllegalStateException("not signed by its key");
      }
    }
    return (threads.getCurrentThreadCpuTime() - before) / 1e6 / ROUNDS;
  }
}
