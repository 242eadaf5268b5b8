package io.gatehouse.branding.phrase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.tenant.TenantId;

/** A tenant's own words in one language. */
record CustomPhrase(TenantId tenantId, String id, String languageTag, ObjectNode translation) {}
