package io.gatehouse.application.saml;

import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.saml.key.CertifiedKeyStore;
import jakarta.inject.Singleton;

/** Secrets of SAML applications in the database. */
@Singleton
class SamlSecretStore extends CertifiedKeyStore {
  SamlSecretStore(Db db, Sealer sealer) {
    super(db, sealer, "saml_application_secrets", "application_id");
  }
}
