package io.gatehouse.hook.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far deliveries have come, as a list is asked for them. */
enum DeliveryState {
  @JsonProperty("Any")
  ANY,
  @JsonProperty("Waiting")
  WAITING,
  @JsonProperty("Delivered")
  DELIVERED,
  @JsonProperty("Failed")
  FAILED
}
