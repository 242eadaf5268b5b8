package io.gatehouse.platform.egress;

import io.gatehouse.connectors.Dialer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens TCP connections to addresses that the guard has looked at. */
public final class GuardedDialer implements Dialer {
  private final EgressGuard guard;

  public GuardedDialer(EgressGuard guard) {
    this.guard = guard;
  }

  @Override
  public Socket dial(String host, int port, Duration timeout, @Nullable InetAddress local)
      throws IOException {
    InetAddress address = guard.vet(host);
    Socket socket = new Socket();
    try {
      if (local != null) {
        socket.bind(new InetSocketAddress(local, 0));
      }
      socket.connect(new InetSocketAddress(address, port), Math.toIntExact(timeout.toMillis()));
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }
}
