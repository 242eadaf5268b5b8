package io.gatehouse.application.authentication;

import io.gatehouse.platform.input.AddressShape;

/**
 * Where a key set is published. "MUST use the https scheme" [OpenID Connect Registration §2]; an
 * address of this machine may do without, and is only called where the operator allows that.
 */
public final class KeySetAddressShape extends AddressShape {
  KeySetAddressShape() {
    super(AddressShape::secureOrLocal, "Not an https URL.");
  }
}
