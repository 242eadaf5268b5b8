package io.gatehouse.application.protocol;

import io.gatehouse.platform.input.AddressShape;

/** An address that begins with https; one of this machine may do without. */
final class SecureAddressShape extends AddressShape {
  SecureAddressShape() {
    super(AddressShape::secureOrLocal, "Not an https URL.");
  }
}
