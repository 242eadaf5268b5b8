package io.gatehouse.platform.saml.key;

import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.id.Ids;
import java.time.Instant;
import java.time.ZoneOffset;

/** A key that was just made and belongs to nobody yet; with what of it is shown. */
public record NewKey(CertifiedKey shown, SigningCertificate certificate) {

  /**
   * Makes a key; this takes a second or two, so it belongs before a transaction.
   *
   * @param subject the certificate's common name
   */
  public static NewKey make(String subject, Instant now, int years, boolean active) {
    Instant expires = now.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    SigningCertificate made = SigningCertificate.make(subject, now, expires);
    return new NewKey(
        new CertifiedKey(
            Ids.standardId(),
            made.certificate(),
            now,
            expires,
            active,
            SigningCertificate.fingerprints(made.certificate())),
        made);
  }
}
