package io.gatehouse.platform.saml.key;

import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.crypto.certificate.SigningCertificate.Fingerprints;
import io.gatehouse.platform.db.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A signing key as APIs show it: its certificate, never the key.
 *
 * @param certificate in PEM
 */
public record CertifiedKey(
    String id,
    String certificate,
    Instant createdAt,
    Instant expiresAt,
    boolean active,
    Fingerprints fingerprints) {

  /** From a row that holds the table's columns under their names. */
  static CertifiedKey of(Row row) throws SQLException {
    String certificate = row.text("certificate");
    return new CertifiedKey(
        row.text("id"),
        certificate,
        row.instant("created_at"),
        row.instant("expires_at"),
        row.flag("active"),
        SigningCertificate.fingerprints(certificate));
  }
}
