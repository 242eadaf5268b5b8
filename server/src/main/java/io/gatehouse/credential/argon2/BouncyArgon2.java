package io.gatehouse.credential.argon2;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2 by Bouncy Castle: every variant and shape, at more than twice the time of libsodium. */
public final class BouncyArgon2 implements Argon2 {

  @Override
  public byte[] hash(Parameters parameters, byte[] password, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(parameters.variant().number())
            .withVersion(parameters.version())
            .withMemoryAsKB(parameters.memory())
            .withIterations(parameters.passes())
            .withParallelism(parameters.lanes())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password, hash);
    return hash;
  }

  @Override
  public boolean supports(Parameters parameters, int saltLength, int length) {
    return true;
  }
}
