package io.gatehouse.user.kept;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;

/** All that is kept about somebody. */
@Singleton
public class KeptData {
  private final KeptStore store;

  KeptData(KeptStore store) {
    this.store = store;
  }

  /** The account as an object, and lists of everything else by what it is. */
  public ObjectNode of(TenantId tenant, String userId) {
    ObjectNode data = (ObjectNode) JsonCodec.tree(store.read(tenant, userId));
    data.set("account", data.path("account").path(0));
    return data;
  }
}
