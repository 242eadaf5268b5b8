package io.gatehouse.connectors;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The only way connectors open a TCP connection (SMTP does); the server implements it behind its
 * egress guard.
 */
@FunctionalInterface
public interface Dialer {

  /**
   * A connected socket.
   *
   * <p>The address dialled is the one the guard has looked at, and is made with the host's name
   * ({@link InetAddress#getByAddress(String, byte[])}), so that nothing looks it up again.
   *
   * @param local the local address to speak from, or null for any
   */
  Socket dial(String host, int port, Duration timeout, @Nullable InetAddress local)
      throws IOException;
}
