package io.gatehouse.guard;

import io.gatehouse.tenant.TenantId;
import java.time.Instant;

/** An identifier has just been locked. */
public record LockedOut(TenantId tenant, Attempt attempt, Instant until) {}
