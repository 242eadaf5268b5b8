package io.gatehouse.audit.log;

import java.time.Instant;

/** When an application last did something that the log knows of. */
public record ApplicationUse(String applicationId, Instant lastUsedAt) {}
