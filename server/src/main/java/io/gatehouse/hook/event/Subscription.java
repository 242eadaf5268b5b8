package io.gatehouse.hook.event;

import java.util.Set;

/** An enabled hook, and what it wants to hear of. */
record Subscription(String hookId, Set<HookEvent> events) {
  Subscription {
    events = Set.copyOf(events);
  }
}
