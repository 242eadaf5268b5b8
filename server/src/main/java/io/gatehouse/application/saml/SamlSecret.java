package io.gatehouse.application.saml;

import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.crypto.certificate.SigningCertificate.Fingerprints;
import io.gatehouse.platform.db.Row;
import java.sql.SQLException;
import java.time.Instant;

/** What an application's assertions are signed with, as the API shows it: never the key. */
record SamlSecret(
    String id,
    String certificate,
    Instant createdAt,
    Instant expiresAt,
    boolean active,
    Fingerprints fingerprints) {

  /** From a row that holds the table's columns under their names. */
  static SamlSecret of(Row row) throws SQLException {
    String certificate = row.text("certificate");
    return new SamlSecret(
        row.text("id"),
        certificate,
        row.instant("created_at"),
        row.instant("expires_at"),
        row.flag("active"),
        SigningCertificate.fingerprints(certificate));
  }
}
