package io.gatehouse.branding.captcha;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.captcha.CaptchaConfig.Type;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;

/** A tenant's provider, as the API answers it: secrets included, for whoever administers. */
public record CaptchaProvider(
    TenantId tenantId, String id, ObjectNode config, Instant createdAt, Instant updatedAt) {

  /** The configuration, read. */
  CaptchaConfig keys() {
    Type type = Type.valueOf(config.path("type").asText());
    return JsonCodec.mapper().convertValue(config, CaptchaConfig.of(type));
  }

  /** A provider to be configured. */
  @Input
  record Configured(CaptchaConfig config) {}

  /** What the answers hold. */
  record View(
      String tenantId, String id, CaptchaConfig config, Instant createdAt, Instant updatedAt) {}
}
