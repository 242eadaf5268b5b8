package io.gatehouse.application.protocol;

import io.gatehouse.platform.input.AddressShape;

/** An address that a browser can load. */
final class WebAddressShape extends AddressShape {
  WebAddressShape() {
    super(AddressShape::ofWeb, "Not an http or https URL without a fragment.");
  }
}
