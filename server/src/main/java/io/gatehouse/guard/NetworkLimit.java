package io.gatehouse.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many failures one network may cause in an hour, whoever they are aimed at.
 *
 * @param failuresPerHour of an IPv4 address or an IPv6 /64, which one household or server gets
 *     whole
 * @param countsLoopback whether the machine itself counts as well
 */
public record NetworkLimit(int failuresPerHour, boolean countsLoopback) {
  public static final NetworkLimit STANDARD = new NetworkLimit(1_000, true);

  private static final int NETWORK_BYTES = 8;

  /** The network that this address counts for, or null when it is none that counts. */
  @Nullable String networkOf(@Nullable String ip) {
    if (ip == null) {
      return null;
    }
    try {
      InetAddress address = InetAddress.ofLiteral(ip);
      if (address.isLoopbackAddress() && !countsLoopback) {
        return null;
      }
      if (!(address instanceof Inet6Address)) {
        return address.getHostAddress();
      }
      byte[] network = Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK_BYTES), 16);
      return InetAddress.getByAddress(network).getHostAddress() + "/64";
    } catch (IllegalArgumentException | UnknownHostException notAnAddress) {
      return null;
    }
  }
}
