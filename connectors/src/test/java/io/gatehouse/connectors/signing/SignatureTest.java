package io.gatehouse.connectors.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.connectors.HttpSender.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that the clouds publish with their methods. */
class SignatureTest {
  private static final AwsKey AWS =
      new AwsKey("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1");

  /** {@code post-vanilla} of the test suite of Signature Version 4. */
  @Test
  void amazonSignsARequestWithoutABody() {
    var address = URI.create("https://example.amazonaws.com/");
    var request = new Request("POST", address, Map.of(), null, Duration.ZERO);
    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
            + "SignedHeaders=host;x-amz-date, "
            + "Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        signed(request, address));
  }

  /** {@code post-x-www-form-urlencoded} of the same. */
  @Test
  void amazonSignsTheBodyAndItsType() {
    var address = URI.create("https://example.amazonaws.com/");
    assertEquals(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
            + "SignedHeaders=content-type;host;x-amz-date, "
            + "Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
        signed(Request.form(address, Map.of("Param1", "value1")), address));
  }

  private static String signed(Request request, URI address) {
    Request signed = AWS.sign(request, address, "service", Instant.parse("2015-08-30T12:36:00Z"));
    assertEquals("20150830T123600Z", signed.headers().get("X-Amz-Date"));
    return String.valueOf(signed.headers().get("Authorization"));
  }

  /** The example of Signature v3, whose key is published as asterisks. */
  @Test
  void tencentSignsTheBodyAndTheAction() {
    var key = new TencentKey("AKID" + "*".repeat(32), "*".repeat(32));
    String body =
        "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}";
    assertEquals(
        "TC3-HMAC-SHA256 Credential="
            + key.id()
            + "/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, "
            + "Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f",
        key.authorization(
            new TencentKey.Action("cvm", "DescribeInstances", "2017-03-12"),
            body,
            Instant.ofEpochSecond(1551113065)));
  }

  /** The example of the RPC style. */
  @Test
  void alibabaSignsAllParameters() {
    assertEquals(
        "OLeaidS1JvxuMvnyHOwuJ+uX5qY=",
        new AliyunKey("testid", "testsecret")
            .signature(
                "GET",
                Map.of(
                    "AccessKeyId", "testid",
                    "Action", "DescribeRegions",
                    "Format", "XML",
                    "SignatureMethod", "HMAC-SHA1",
                    "SignatureNonce", "3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf",
                    "SignatureVersion", "1.0",
                    "Timestamp", "2016-02-23T12:46:24Z",
                    "Version", "2014-05-26")));
  }
}
