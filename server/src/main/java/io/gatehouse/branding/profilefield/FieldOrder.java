package io.gatehouse.branding.profilefield;

import io.gatehouse.platform.input.Input;
import java.util.List;

/** The places that fields are to have. */
@Input
record FieldOrder(List<Place> order) {
  /** One field's place. */
  record Place(String name, int sieOrder) {}

  List<String> names() {
    return order.stream().map(Place::name).toList();
  }
}
