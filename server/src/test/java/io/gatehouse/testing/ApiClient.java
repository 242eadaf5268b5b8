package io.gatehouse.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.gatehouse.platform.json.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the running server over HTTP, as an administrator's program does. */
public final class ApiClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final @Nullable String token;

  public ApiClient(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /** An answer, its body as text and as JSON. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return text().isEmpty() ? MissingNode.getInstance() : JsonCodec.tree(text());
    }

    public String code() {
      return json().path("code").asText();
    }

    public @Nullable String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    public List<String> headers(String name) {
      return response.headers().allValues(name);
    }
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  public Answer post(String path, String json) {
    return send("POST", path, json, "Content-Type", "application/json");
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json, "Content-Type", "application/json");
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, json, "Content-Type", "application/json");
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Posts a file as the field {@code file} of a form. */
  public Answer upload(String path, String name, String mediaType, byte[] content) {
    return publishForm(
        path, HttpRequest.BodyPublishers.ofByteArray(form(name, mediaType, content)));
  }

  /** The same without saying beforehand how long it is. */
  public Answer uploadInChunks(String path, String name, String mediaType, byte[] content) {
    byte[] form = form(name, mediaType, content);
    return publishForm(
        path, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));
  }

  private static byte[] form(String name, String mediaType, byte[] content) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(
        """
        --part\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: %s\r
        \r
        """
            .formatted(name, mediaType)
            .getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private Answer publishForm(String path, HttpRequest.BodyPublisher form) {
    return publish("POST", path, form, "Content-Type", "multipart/form-data; boundary=part");
  }

  public Answer send(String method, String path, @Nullable String body, String... headers) {
    return publish(
        method,
        path,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body),
        headers);
  }

  /** An answer that is read while it comes; whoever reads closes it. */
  public InputStream stream(String path) {
    return send(
            request("GET", path, HttpRequest.BodyPublishers.noBody()), BodyHandlers.ofInputStream())
        .body();
  }

  private Answer publish(
      String method, String path, HttpRequest.BodyPublisher publisher, String... headers) {
    return new Answer(send(request(method, path, publisher, headers), BodyHandlers.ofString()));
  }

  private HttpRequest request(
      String method, String path, HttpRequest.BodyPublisher publisher, String... headers) {
    var request = HttpRequest.newBuilder(base.resolve(path)).method(method, publisher);
    List<String> all = new ArrayList<>(List.of(headers));
    if (token != null) {
      all.addAll(List.of("Authorization", "Bearer " + token));
    }
    if (!all.isEmpty()) {
      request.headers(all.toArray(String[]::new));
    }
    return request.build();
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
