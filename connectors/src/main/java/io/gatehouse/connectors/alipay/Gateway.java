package io.gatehouse.connectors.alipay;

import static io.gatehouse.connectors.ConnectorError.GENERAL;
import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_AUTH_CODE_INVALID;
import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ACCESS_TOKEN;
import static io.gatehouse.connectors.client.Provider.Failures.BAD_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.client.OAuthConnector.Client;
import io.gatehouse.connectors.client.Provider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one address of Alipay at which everything is asked, by signed requests. */
record Gateway(Client client, Outside outside) {
  /** Alipay's clocks show the time of China. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

  /** What a method answers to these parameters. */
  JsonNode call(String method, Map<String, String> more) {
    var parameters = new TreeMap<>(more);
    parameters.put("method", method);
    parameters.put("app_id", client.id());
    parameters.put("format", "JSON");
    parameters.put("charset", client.setting("charset"));
    parameters.put("sign_type", client.setting("sign_type"));
    parameters.put("timestamp", TIME.format(outside.clock().instant()));
    parameters.put("version", "1.0");
    parameters.put("sign", sign(parameters));
    Request request = Request.form(outside.endpoint(client.dialect().token()), parameters);
    Response response = Provider.send(request, outside, BAD_TOKEN);
    return opened(Provider.json(response), method.replace('.', '_') + "_response");
  }

  /** The text that is signed: the parameters by their names, as they are. */
  private String sign(TreeMap<String, String> parameters) {
    String text =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    PrivateKey key = Objects.requireNonNull(RsaKeys.read(client.secret()));
    String algorithm = client.setting("sign_type").equals("RSA") ? "SHA1withRSA" : "SHA256withRSA";
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(algorithm, absent);
    }
  }

  /** Refusals come with status 200, in an envelope of their own or with a code of their own. */
  private static JsonNode opened(JsonNode envelope, String name) {
    JsonNode answer =
        envelope.has("error_response") ? envelope.path("error_response") : envelope.path(name);
    if (!answer.isObject()) {
      throw INVALID_RESPONSE.exception("Alipay's answer holds no " + name + ".");
    }
    String code = answer.path("code").asText("10000");
    if (code.equals("10000")) {
      return answer;
    }
    throw switch (answer.path("sub_code").asText()) {
      case "isv.code-invalid" -> SOCIAL_AUTH_CODE_INVALID.with(answer);
      case "aop.invalid-auth-token", "aop.auth-token-time-out" ->
          SOCIAL_INVALID_ACCESS_TOKEN.with(answer);
      default -> GENERAL.with(answer);
    };
  }
}
