package io.gatehouse.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies and follows nothing by itself, so that a test sees every hop. */
public final class EmulatedBrowser {
  private static final Pattern COOKIE =
      Pattern.compile("([^=]+)=([^;]*).*?(?:; path=([^;]+))?(?:;.*)?");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public EmulatedBrowser(URI base) {
    this.base = base;
  }

  /** Another window of the same browser as it is now. */
  public EmulatedBrowser copy() {
    EmulatedBrowser other = new EmulatedBrowser(base);
    other.cookies.putAll(cookies);
    return other;
  }

  public HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(base.resolve(url)).header("Accept", "text/html,*/*"), true);
  }

  public HttpResponse<String> post(String url, Map<String, String> form) {
    return send(
        HttpRequest.newBuilder(base.resolve(url))
            .header("Accept", "text/html,*/*")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(TestClient.form(form))),
        true);
  }

  /** The cookie with this name, or empty. */
  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, boolean keep) {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(c -> c.getKey() + "=" + c.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (keep) {
        answer.headers().allValues("set-cookie").forEach(this::keep);
      }
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    Matcher parts = COOKIE.matcher(header);
    if (parts.matches()) {
      if (parts.group(2).isEmpty()) {
        cookies.remove(parts.group(1));
      } else {
        cookies.put(parts.group(1), parts.group(2));
      }
    }
  }
}
