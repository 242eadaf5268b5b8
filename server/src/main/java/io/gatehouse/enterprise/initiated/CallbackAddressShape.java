package io.gatehouse.enterprise.initiated;

import io.gatehouse.platform.input.AddressShape;

/** An address of an application in the web, where it begins a sign-in. */
final class CallbackAddressShape extends AddressShape {
  CallbackAddressShape() {
    super(AddressShape::ofWeb, "Not an http or https URL without a fragment.");
  }
}
