package io.gatehouse.connectors.signing;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.RATE_LIMIT_EXCEEDED;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.ConnectorError;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import java.net.URLEncoder;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An access key of Alibaba Cloud, for its remote procedure calls.
 *
 * <p>[RPC-style signature](https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism)
 */
public record AliyunKey(String id, String secret) {

  /** The key among the fields of the form. */
  public static AliyunKey read(Fields in) {
    return new AliyunKey(in.text("accessKeyId"), in.text("accessKeySecret"));
  }

  /** An action of a product, in a version of its interface. */
  public record Action(String host, String name, String version) {}

  /** A signed call, its parameters in the body. */
  public Request call(Action action, Map<String, String> parameters, Outside outside) {
    var form = new TreeMap<>(parameters);
    form.put("AccessKeyId", id);
    form.put("Action", action.name());
    form.put("Format", "JSON");
    form.put("SignatureMethod", "HMAC-SHA1");
    form.put("SignatureNonce", outside.nonce());
    form.put("SignatureVersion", "1.0");
    form.put("Timestamp", outside.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    form.put("Version", action.version());
    form.put("Signature", signature("POST", form));
    return Request.form(outside.endpoint("https://" + action.host() + "/"), form);
  }

  String signature(String method, Map<String, String> parameters) {
    String canonical =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    String text = method + "&" + encode("/") + "&" + encode(canonical);
    byte[] hash = Hashes.hmac("HmacSHA1", (secret + "&").getBytes(UTF_8), text);
    return Base64.getEncoder().encodeToString(hash);
  }

  /**
   * What an answer's body means.
   *
   * @param otherwise what the answer means when its body tells of no fault
   */
  public static @Nullable ConnectorError refusal(
      JsonNode body, @Nullable ConnectorError otherwise) {
    String code = body.path("Code").asText("OK");
    if (code.equals("OK")) {
      return otherwise;
    }
    boolean tooOften =
        code.contains("LIMIT_CONTROL") || code.contains("FREQUENCY") || code.contains("Throttling");
    return tooOften ? RATE_LIMIT_EXCEEDED : GENERAL;
  }

  /** RFC 3986 §2.1: all but letters, digits and four marks, blanks as {@code %20}. */
  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
