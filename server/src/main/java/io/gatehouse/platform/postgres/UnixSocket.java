package io.gatehouse.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a file of this machine in the form that the database driver takes: it costs both
 * sides half of what one over TCP does. Where it was asked to be at does not matter, it knows.
 */
final class UnixSocket extends Socket {
  private static final int BUFFER = 64 * 1024;

  private final UnixDomainSocketAddress file;
  private final SocketChannel channel;
  private volatile int timeout;

  UnixSocket(UnixDomainSocketAddress file) throws IOException {
    super((SocketImpl) null);
    this.file = file;
    this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
  }

  @Override
  public void connect(@Nullable SocketAddress ignored, int timeoutMillis) throws IOException {
    channel.connect(file);
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public InputStream getInputStream() {
    return new Incoming();
  }

  @Override
  public OutputStream getOutputStream() {
    return new Outgoing();
  }

  @Override
  public void setSoTimeout(int millis) {
    timeout = millis;
  }

  @Override
  public int getSoTimeout() {
    return timeout;
  }

  @Override
  public int getSendBufferSize() {
    return BUFFER;
  }

  // What concerns a network has no meaning here.

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  public void setSendBufferSize(int size) {}

  @Override
  public void setReceiveBufferSize(int size) {}

  private final class Incoming extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      ByteBuffer into = ByteBuffer.wrap(bytes, from, length);
      return timeout == 0 ? channel.read(into) : readInTime(into);
    }

    /** Rare: for whether a connection is alive, and for hearing of changes. */
    private int readInTime(ByteBuffer into) throws IOException {
      channel.configureBlocking(false);
      try (Selector selector = Selector.open()) {
        channel.register(selector, SelectionKey.OP_READ);
        if (selector.select(timeout) == 0) {
          if (Thread.currentThread().isInterrupted()) {
            close();
            throw new SocketException("interrupted");
          }
          throw new SocketTimeoutException("nothing came within " + timeout + " ms");
        }
        return channel.read(into);
      } finally {
        if (channel.isOpen()) {
          channel.configureBlocking(true);
        }
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private final class Outgoing extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
