package io.gatehouse.platform.config;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of IP addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code fd00::/8}; a bare
 * address is a range of one.
 */
public record AddressRange(InetAddress network, int prefix) {
  public AddressRange {
    if (prefix < 0 || prefix > network.getAddress().length * 8) {
      throw new IllegalArgumentException("the prefix length does not fit the address");
    }
  }

  /** Reads the notation; never asks the name service. */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int prefix =
        slash < 0 ? network.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
    return new AddressRange(network, prefix);
  }

  public boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    int whole = prefix / 8;
    if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int rest = prefix % 8;
    return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff & (0xff << (8 - rest))) == 0;
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + prefix;
  }
}
