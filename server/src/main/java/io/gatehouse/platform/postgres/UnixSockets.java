package io.gatehouse.platform.postgres;

import io.gatehouse.platform.db.DatabaseUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.SocketFactory;

/** Connects the database driver, which names this class by its setting, to a socket in a folder. */
public final class UnixSockets extends SocketFactory {
  private final UnixDomainSocketAddress file;

  /**
   * Of the file at this path.
   *
   * @param path what the driver's setting {@code socketFactoryArg} holds
   */
  public UnixSockets(String path) {
    this.file = UnixDomainSocketAddress.of(path);
  }

  /**
   * Whether the folder can hold sockets: its path may be too long for one, and some file systems
   * that containers share with their host know none.
   */
  static boolean in(Path folder) {
    Path trial = folder.resolve(".s.PGSQL.trial");
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Files.deleteIfExists(trial);
      channel.bind(UnixDomainSocketAddress.of(trial));
      Files.delete(trial);
      return true;
    } catch (IOException | UnsupportedOperationException none) {
      return false;
    }
  }

  /** The same database by the socket in the file. Its end is noticed at once, so no time is set. */
  static DatabaseUrl through(Path file, DatabaseUrl url) {
    String settings =
        "?socketFactory=%s&socketFactoryArg=%s&socketTimeout=0"
            .formatted(
                UnixSockets.class.getName(),
                URLEncoder.encode(file.toString(), StandardCharsets.UTF_8));
    return new DatabaseUrl(url.jdbcUrl() + settings, url.user(), url.password());
  }

  @Override
  public Socket createSocket() throws IOException {
    return new UnixSocket(file);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected();
  }

  private Socket connected() throws IOException {
    Socket socket = createSocket();
    socket.connect(null, 0);
    return socket;
  }
}
