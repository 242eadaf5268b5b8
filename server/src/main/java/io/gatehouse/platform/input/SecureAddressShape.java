package io.gatehouse.platform.input;

/**
 * An address that begins with https, as specifications ask of what a server calls or a browser is
 * sent to. One of this machine may do without, and is only called where the operator allows that.
 */
public final class SecureAddressShape extends AddressShape {
  SecureAddressShape() {
    super(AddressShape::secureOrLocal, "Not an https URL.");
  }
}
