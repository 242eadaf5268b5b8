package io.gatehouse.connectors.signing;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Outside;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * An access key of Tencent Cloud.
 *
 * <p>[Signature v3](https://www.tencentcloud.com/document/api/382/40466)
 */
public record TencentKey(String id, String secret) {
  private static final String JSON = "application/json; charset=utf-8";

  /** The key among the fields of the form. */
  public static TencentKey read(Fields in) {
    return new TencentKey(in.headerText("accessKeyId"), in.text("accessKeySecret"));
  }

  /** An action of a Tencent product, in a version of its interface. */
  public record Action(String product, String name, String version) {
    String host() {
      return product + ".tencentcloudapi.com";
    }
  }

  /** A signed call. */
  public Request call(Action action, String region, JsonNode body, Outside outside) {
    Instant now = outside.clock().instant();
    URI address = outside.endpoint("https://" + action.host() + "/");
    return Request.get(address)
        .withBody(JSON, body.toString())
        .with("X-TC-Action", action.name())
        .with("X-TC-Version", action.version())
        .with("X-TC-Region", region)
        .with("X-TC-Timestamp", String.valueOf(now.getEpochSecond()))
        .with("Authorization", authorization(action, body.toString(), now));
  }

  String authorization(Action action, String body, Instant now) {
    var headers = new TreeMap<String, String>();
    headers.put("content-type", JSON);
    headers.put("host", action.host());
    headers.put("x-tc-action", action.name().toLowerCase(Locale.ROOT));
    String day = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
    return new DerivedKey(
            "TC3-HMAC-SHA256", "TC3" + secret, List.of(day, action.product(), "tc3_request"))
        .authorization(
            id,
            new DerivedKey.Signed("POST", "/", "", headers, body),
            String.valueOf(now.getEpochSecond()));
  }
}
