package io.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.platform.saml.PostBinding;
import io.gatehouse.platform.saml.Saml;
import io.gatehouse.platform.saml.SamlException;
import io.gatehouse.platform.saml.TrustedKeys;
import io.gatehouse.protocol.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A provider of SAML on loopback that takes requests by the POST binding and no other, and only
 * signed ones where it knows by which key.
 */
public final class PostOnlyProvider implements AutoCloseable {
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]*)\"");
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  private final HttpServer server;
  private final HttpClient browser = HttpClient.newHttpClient();
  private volatile @Nullable X509Certificate requester;
  private volatile @Nullable Taken taken;

  /** A request that it has taken, with the state that came along. */
  public record Taken(Element request, @Nullable String relayState) {}

  public PostOnlyProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/sso", this::answer);
    server.start();
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it says of itself. */
  public String metadata() {
    return SamlAnswer.metadata(Saml.POST_BINDING, origin() + "/sso?org=1");
  }

  /** From now on a request has to be signed by this key. */
  public void requireSignature(X509Certificate certificate) {
    requester = certificate;
  }

  /** Presses the button of a page of ours, and says what the provider has taken. */
  public Taken send(String page) throws IOException, InterruptedException {
    taken = null;
    String form =
        fields(page).entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(action(page)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Objects.requireNonNull(taken);
  }

  private static String action(String page) {
    Matcher action = ACTION.matcher(page);
    if (!action.find()) {
      throw new AssertionError("there is no form: " + page);
    }
    return action.group(1);
  }

  private static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(page);
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    return fields;
  }

  private void answer(HttpExchange exchange) throws IOException {
    int status = 405;
    String text = "";
    if (exchange.getRequestMethod().equals("POST")) {
      try {
        take(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        status = 200;
      } catch (SamlException refused) {
        status = 400;
        text = String.valueOf(refused.getMessage());
      }
    }
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void take(String form) throws SamlException {
    Parameters fields = Parameters.parse(form);
    Element request = PostBinding.decode(String.valueOf(fields.get("SAMLRequest")));
    X509Certificate key = requester;
    if (key != null) {
      request = new TrustedKeys(List.of(key)).verify(request);
    }
    taken = new Taken(request, fields.get("RelayState"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
