package io.gatehouse.connectors.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Wraps sockets that are already connected, for a server of a certain name. */
final class TlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory platform;
  private final String name;
  private final boolean verify;
  private final @Nullable String minVersion;

  TlsSockets(SSLSocketFactory platform, String name, boolean verify, @Nullable String minVersion) {
    this.platform = platform;
    this.name = name;
    this.verify = verify;
    this.minVersion = minVersion;
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    var socket = (SSLSocket) platform.createSocket(connected, name, port, autoClose);
    var parameters = socket.getSSLParameters();
    if (verify) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    if (name.matches(".*[A-Za-z].*") && !name.contains(":")) {
      parameters.setServerNames(List.of(new SNIHostName(name)));
    }
    if (minVersion != null) {
      parameters.setProtocols(
          Arrays.stream(socket.getEnabledProtocols())
              .filter(version -> version.compareTo(minVersion) >= 0)
              .toArray(String[]::new));
    }
    socket.setSSLParameters(parameters);
    return socket;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return platform.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return platform.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unguarded();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unguarded();
  }

  /** Connections are made by the server's dialer only. */
  private static IOException unguarded() {
    return new IOException("Only connected sockets are wrapped.");
  }
}
