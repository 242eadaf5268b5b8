package io.gatehouse.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;

/** An entry of the log as it is kept and answered. */
public record Log(TenantId tenantId, String id, String key, JsonNode payload, Instant createdAt) {

  /** With one more member of the payload. */
  Log with(String name, JsonNode value) {
    ObjectNode more = JsonCodec.object();
    more.setAll((ObjectNode) payload);
    more.set(name, value);
    return new Log(tenantId, id, key, more, createdAt);
  }
}
