package io.gatehouse.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;

/** An entry of the log as it is kept and answered. */
public record Log(TenantId tenantId, String id, String key, JsonNode payload, Instant createdAt) {}
