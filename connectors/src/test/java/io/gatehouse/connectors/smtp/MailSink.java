package io.gatehouse.connectors.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on loopback that takes every message, as far as it is not told otherwise. */
final class MailSink implements AutoCloseable {
  private final ServerSocket server;
  private final @Nullable SSLContext tls;
  private final boolean implicit;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private volatile String greeting = "220 sink ESMTP";
  private volatile String authAnswer = "235 welcome";
  private volatile String recipientAnswer = "250 fine";

  MailSink() {
    this(null, false);
  }

  MailSink(@Nullable SSLContext tls, boolean implicit) {
    this.tls = tls;
    this.implicit = implicit;
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::accept);
  }

  MailSink greeting(String line) {
    greeting = line;
    return this;
  }

  MailSink authAnswer(String line) {
    authAnswer = line;
    return this;
  }

  MailSink recipientAnswer(String line) {
    recipientAnswer = line;
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  /** What was said, in order; credentials as they came. */
  List<String> commands() {
    return commands;
  }

  /** The last message, headers and all. */
  String message() {
    return messages.getLast();
  }

  List<String> messages() {
    return messages;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket plain) {
    try (plain;
        Socket socket = implicit ? upgrade(plain) : plain) {
      talk(socket, true);
    } catch (SocketException | javax.net.ssl.SSLException gone) {
      // the client may leave when it likes
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private SSLSocket upgrade(Socket plain) throws IOException {
    if (tls == null) {
      throw new IOException("no TLS here");
    }
    var socket =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  private void talk(Socket socket, boolean greet) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    if (greet) {
      say(socket, greeting);
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      commands.add(line);
      String verb = line.split(" ")[0].toUpperCase(java.util.Locale.ROOT);
      switch (verb) {
        case "EHLO" -> {
          boolean offer = tls != null && !(socket instanceof SSLSocket);
          say(
              socket,
              "250-sink\r\n" + (offer ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN LOGIN XOAUTH2");
        }
        case "STARTTLS" -> {
          say(socket, "220 go");
          talk(upgrade(socket), false);
          return;
        }
        case "AUTH" -> authenticate(socket, in, line);
        case "RCPT" -> say(socket, recipientAnswer);
        case "DATA" -> {
          say(socket, "354 go on");
          messages.add(read(in));
          say(socket, "250 taken");
        }
        case "QUIT" -> {
          say(socket, "221 bye");
          return;
        }
        default -> say(socket, "250 fine");
      }
    }
  }

  private void authenticate(Socket socket, BufferedReader in, String line) throws IOException {
    if (line.split(" ").length == 2) {
      say(socket, "334 ");
      commands.add(in.readLine());
    }
    say(socket, authAnswer);
  }

  private static String read(BufferedReader in) throws IOException {
    var message = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      message.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    return message.toString();
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
