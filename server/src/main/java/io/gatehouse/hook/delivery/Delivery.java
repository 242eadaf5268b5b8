package io.gatehouse.hook.delivery;

import io.gatehouse.hook.HookConfig;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.tenant.TenantId;

/**
 * An event on its way to a hook, taken by this node.
 *
 * @param attempt from 1
 */
record Delivery(
    TenantId tenant,
    String id,
    String hookId,
    long sequence,
    HookEvent event,
    String payload,
    int attempt,
    HookConfig config,
    String signingKey) {}
