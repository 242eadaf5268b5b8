package io.gatehouse.platform.egress;

import io.gatehouse.platform.config.AddressRange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses addresses that only the server could reach: its own, its network's, and those that stand
 * for one of these in another notation.
 */
public final class EgressGuard {
  /** Special-purpose ranges: [RFC 6890], [RFC 6598], [RFC 4193], [RFC 3879]. */
  private static final List<AddressRange> PRIVATE =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/128",
              "::1/128",
              "100::/64",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(AddressRange::parse)
          .toList();

  private static final AddressRange MAPPED = AddressRange.parse("::/96");
  private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
  private static final AddressRange LOCAL_NAT64 = AddressRange.parse("64:ff9b:1::/48");
  private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");
  private static final AddressRange TEREDO = AddressRange.parse("2001::/32");

  private final List<AddressRange> allowed;
  private final Names names;

  /** The name service. */
  @FunctionalInterface
  interface Names {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  /** Lets through public addresses, and those of the given ranges. */
  public EgressGuard(List<AddressRange> allowed) {
    this(allowed, InetAddress::getAllByName);
  }

  EgressGuard(List<AddressRange> allowed, Names names) {
    this.allowed = List.copyOf(allowed);
    this.names = names;
  }

  /**
   * The address to connect to for this host, made with the host's name, so that nothing looks it up
   * again.
   */
  public InetAddress vet(String host) throws IOException {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    for (InetAddress address : names.find(bare)) {
      if (allows(address)) {
        return InetAddress.getByAddress(bare, address.getAddress());
      }
    }
    throw new IOException(
        "Calls to "
            + host
            + " are not allowed: it is not on the public Internet, and not in GATEHOUSE_EGRESS_ALLOW.");
  }

  boolean allows(InetAddress address) {
    return allowed.stream().anyMatch(range -> range.contains(address)) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    if (PRIVATE.stream().anyMatch(range -> range.contains(address))) {
      return false;
    }
    byte[] bytes = address.getAddress();
    if (MAPPED.contains(address) || NAT64.contains(address)) {
      return isPublic(embedded(bytes, 12));
    }
    if (SIX_TO_FOUR.contains(address)) {
      return isPublic(embedded(bytes, 2));
    }
    return !TEREDO.contains(address) && !LOCAL_NAT64.contains(address);
  }

  /** The IPv4 address that an IPv6 address carries. */
  private static InetAddress embedded(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
