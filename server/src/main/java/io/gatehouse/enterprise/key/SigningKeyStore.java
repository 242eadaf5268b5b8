package io.gatehouse.enterprise.key;

import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.saml.key.CertifiedKeyStore;
import jakarta.inject.Singleton;

/** Signing keys of connectors in the database. */
@Singleton
class SigningKeyStore extends CertifiedKeyStore {
  SigningKeyStore(Db db, Sealer sealer) {
    super(db, sealer, "sso_signing_keys", "connector_id");
  }
}
