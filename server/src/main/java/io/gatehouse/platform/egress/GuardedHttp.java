package io.gatehouse.platform.egress;

import io.gatehouse.connectors.HttpSender;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends HTTP requests to addresses that the guard has looked at. Blocks its thread, which is a
 * virtual one; the whole exchange, body included, keeps to the request's time and to a size.
 */
public final class GuardedHttp implements HttpSender {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int CONNECTIONS = 32;

  private final EgressGuard guard;
  private final HttpClient client;

  public GuardedHttp(EgressGuard guard, Vertx vertx) {
    this.guard = guard;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxRedirects(0)
                .setVerifyHost(true));
  }

  @Override
  public Response send(Request request) throws IOException {
    RequestOptions options = options(request);
    CompletableFuture<Response> answer = new CompletableFuture<>();
    AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
    client
        .request(options)
        .onSuccess(call -> {
          sent.set(call);
          call.response()
              .onSuccess(response -> read(response, answer))
              .onFailure(answer::completeExceptionally);
          call.exceptionHandler(answer::completeExceptionally);
          call.end(Buffer.buffer(request.body() == null ? "" : request.body()));
        })
        .onFailure(answer::completeExceptionally);
    try {
      return answer.get(request.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("No answer from " + options.getHost() + " in time.", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "No answer from " + options.getHost() + ": " + cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      HttpClientRequest call = sent.get();
      if (call != null && (!answer.isDone() || answer.isCompletedExceptionally())) {
        call.reset();
      }
    }
  }

  private RequestOptions options(Request request) throws IOException {
    URI uri = request.uri();
    String host = uri.getHost();
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    if (host == null || !tls && !"http".equalsIgnoreCase(uri.getScheme())) {
      throw new IOException("Only http and https addresses can be called.");
    }
    InetAddress address = guard.vet(host);
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
            .setHost(host)
            .setPort(port)
            .setSsl(tls)
            .setFollowRedirects(false)
            .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    request.headers().forEach(options::putHeader);
    return options;
  }

  private static void read(HttpClientResponse response, CompletableFuture<Response> answer) {
    Buffer body = Buffer.buffer();
    response.exceptionHandler(answer::completeExceptionally);
    response.handler(chunk -> {
      if (body.length() + chunk.length() > MAX_BODY) {
        answer.completeExceptionally(
            new IOException("the answer is larger than " + MAX_BODY + " bytes"));
        response.request().reset();
      } else {
        body.appendBuffer(chunk);
      }
    });
    response.endHandler(done ->
        answer.complete(
            new Response(
                response.statusCode(),
                headers(response),
                body.toString(charset(response.getHeader("Content-Type"))))));
  }

  private static Map<String, List<String>> headers(HttpClientResponse response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response
        .headers()
        .forEach(header ->
            headers
                .computeIfAbsent(
                    header.getKey().toLowerCase(Locale.ROOT), ignored -> new ArrayList<>())
                .add(header.getValue()));
    return headers;
  }

  private static Charset charset(@Nullable String contentType) {
    int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("image/")) {
      return StandardCharsets.ISO_8859_1;
    }
    if (contentType == null || at < 0) {
      return StandardCharsets.UTF_8;
    }
    String name = contentType.substring(at + "charset=".length()).split("[;\\s]", 2)[0];
    try {
      return Charset.forName(name.replace("\"", ""));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
