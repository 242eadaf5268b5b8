package io.gatehouse.connectors.signing;

import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.HttpSender.Request;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;

/**
 * An access key of Amazon Web Services, for one region.
 *
 * <p>[Signature Version
 * 4](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html)
 */
public record AwsKey(String id, String secret, String region) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The key among the fields of the form. */
  public static AwsKey read(Fields in) {
    String region = in.text("region");
    if (!region.matches("[a-z0-9-]*")) {
      in.refuse("region", "Must be the name of a region, such as eu-west-1.");
    }
    return new AwsKey(in.headerText("accessKeyId"), in.text("accessKeySecret"), region);
  }

  /**
   * The request with a signature over its body and the headers that matter.
   *
   * @param address where the service really is, which may not be where a test sends it
   */
  public Request sign(Request request, URI address, String service, Instant now) {
    String time = TIME.format(now);
    var headers = new TreeMap<String, String>();
    headers.put("host", address.getAuthority());
    headers.put("x-amz-date", time);
    String contentType = request.headers().get("Content-Type");
    if (contentType != null) {
      headers.put("content-type", contentType);
    }
    var signed =
        new DerivedKey.Signed(
            request.method(),
            address.getRawPath(),
            "",
            headers,
            request.body() == null ? "" : request.body());
    var key =
        new DerivedKey(
            "AWS4-HMAC-SHA256",
            "AWS4" + secret,
            List.of(time.substring(0, 8), region, service, "aws4_request"));
    return request
        .with("X-Amz-Date", time)
        .with("Authorization", key.authorization(id, signed, time));
  }
}
