package io.gatehouse.tenant.key;

import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SentJwe;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.VerificationKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All keys of a tenant as they were loaded: who signs, verifies and decrypts, what is published.
 */
public final class KeyRing {
  /** The tenant's own line of succession. */
  public static final String DEFAULT = "default";

  private final List<KeyRecord> records;
  private final List<HeldKey> openers;
  private final Map<String, JwsSigner> signers = new LinkedHashMap<>();
  private final JWKSet published;
  private final Map<String, VerificationKey> verifiers = new LinkedHashMap<>();

  KeyRing(List<KeyStore.Stored> keys, List<HeldKey> openers) {
    this.openers = List.copyOf(openers);
    this.records = keys.stream().map(KeyStore.Stored::record).toList();
    // Those that verify come first: not all who look for one read what a key is for.
    this.published =
        new JWKSet(
            Stream.concat(
                    keys.stream().map(stored -> stored.key().publicJwk()),
                    openers.stream().filter(HeldKey::current).map(held -> held.key().publicJwk()))
                .toList());
    keys.forEach(stored -> {
      signers.put(stored.record().id(), new JwsSigner(stored.key()));
      verifiers.put(
          stored.record().kid(), VerificationKey.of(stored.key().publicJwk()).orElseThrow());
    });
  }

  /** The key that signs at this moment: the current one, or the next one once its time has come. */
  public JwsSigner signer(Instant now) {
    JwsSigner signer = signer(DEFAULT, now);
    if (signer == null) {
      throw new IllegalStateException("the tenant has no signing key");
    }
    return signer;
  }

  @Nullable JwsSigner signer(String ring, Instant now) {
    KeyRecord chosen = null;
    for (KeyRecord record : records) {
      if (record.ring().equals(ring)) {
        boolean due =
            record.status() == KeyRecord.Status.Next
                && record.effectiveAt() != null
                && !record.effectiveAt().isAfter(now);
        if (due || (record.status() == KeyRecord.Status.Current && chosen == null)) {
          chosen = record;
        }
      }
    }
    return chosen == null ? null : signers.get(chosen.id());
  }

  /** The key set of {@code jwks_uri}: public halves only. */
  public JWKSet published() {
    return published;
  }

  /** The public key with this id, if it is one of ours. */
  public @Nullable VerificationKey verifier(@Nullable String kid) {
    return kid == null ? null : verifiers.get(kid);
  }

  /** What is within a token that was encrypted for the tenant. */
  public Optional<String> open(SentJwe token) {
    String kid = token.keyId();
    return openers.stream()
        .map(HeldKey::key)
        .filter(key -> key.type() == token.keyType() && (kid == null || kid.equals(key.kid())))
        .flatMap(key -> token.openedWith(key).stream())
        .findFirst();
  }

  /** The algorithms that tokens may be signed with, the default first. */
  public Set<SigningAlgorithm> algorithms() {
    Set<SigningAlgorithm> algorithms = new LinkedHashSet<>();
    records.stream()
        .filter(
            record -> record.ring().equals(DEFAULT) && record.status() == KeyRecord.Status.Current)
        .forEach(record -> algorithms.add(record.algorithm()));
    records.forEach(record -> algorithms.add(record.algorithm()));
    return algorithms;
  }

  List<KeyRecord> records(String ring) {
    return records.stream().filter(record -> record.ring().equals(ring)).toList();
  }
}
