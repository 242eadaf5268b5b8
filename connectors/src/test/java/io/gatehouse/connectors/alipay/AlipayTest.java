package io.gatehouse.connectors.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.SocialConnector;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.connectors.StandIn.Asked;
import io.gatehouse.connectors.alipay.mobile.AlipayNative;
import io.gatehouse.connectors.alipay.web.AlipayWeb;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both calls go to one address, so the stand-in gives one answer that opens both envelopes. */
class AlipayTest {
  private static final KeyPair KEYS = keys();
  private static final String GATEWAY = "/gateway.do";
  private static final String TOKEN =
      "\"alipay_system_oauth_token_response\":{\"access_token\":\"at\",\"user_id\":\"2088\"}";
  private static final String PERSON =
      "\"alipay_user_info_share_response\":{\"code\":\"10000\",\"user_id\":\"2088\",\"nick_name\":\"Ada\",\"avatar\":\"https://p.example/a\"}";
  private static final String CODE = "{'auth_code':'c0de','state':'st te'}";

  private final StandIn provider =
      new StandIn().json(GATEWAY, "{" + TOKEN + "," + PERSON + ",\"sign\":\"x\"}");

  @AfterEach
  void stop() {
    provider.close();
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** As Alipay's tool writes it for Java. */
  private static String pkcs8() {
    return Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
  }

  /** As it writes it for everybody else: the key without the 26 bytes around it. */
  private static String pkcs1() {
    byte[] whole = KEYS.getPrivate().getEncoded();
    byte[] bare = Arrays.copyOfRange(whole, 26, whole.length);
    return "-----BEGIN RSA PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(bare)
        + "\n-----END RSA PRIVATE KEY-----\n";
  }

  private static JsonNode config(String key, String more) {
    var config = (ObjectNode) SocialTrip.json("{'appId':'2021'" + more + "}");
    return config.put("privateKey", key);
  }

  private SocialTrip trip(SocialConnector connector, String more) {
    return new SocialTrip(connector, config(pkcs8(), more), provider.outside());
  }

  @Test
  void browsersAreSentToAlipayAndAppsToTheApp() {
    assertEquals(
        provider.uri()
            + "/oauth2/publicAppAuthorize.htm?app_id=2021"
            + "&redirect_uri=http%3A%2F%2Flocalhost%3A3001%2Fcallback%2Fc1%3Fa%3Db"
            + "&scope=auth_user&state=st+te",
        trip(new AlipayWeb(), "").leave().toString());
    assertEquals(
        "alipay://?app_id=2021&state=st+te", trip(new AlipayNative(), "").leave().toString());
  }

  @Test
  void thePersonIsDescribedByTheGateway() {
    SocialUserInfo user = trip(new AlipayWeb(), "").back(CODE).user();
    assertEquals("2088", user.id());
    assertEquals("Ada", user.name());
    assertEquals("https://p.example/a", user.avatar());
    assertNull(user.email());
    assertEquals("2088", trip(new AlipayNative(), "").back(CODE).user().id());
  }

  @ParameterizedTest
  @CsvSource({
    "'',SHA256withRSA,RSA2,utf-8",
    "',''signType'':''RSA'',''charset'':''gbk''',SHA1withRSA,RSA,gbk",
  })
  void everyCallIsSigned(String more, String algorithm, String type, String charset)
      throws GeneralSecurityException {
    trip(new AlipayWeb(), more).back(CODE);
    assertEquals(2, provider.asked().size());
    for (Asked asked : provider.asked()) {
      Map<String, String> form = new TreeMap<>(asked.form());
      String signature = String.valueOf(form.remove("sign"));
      var verifier = Signature.getInstance(algorithm);
      verifier.initVerify(KEYS.getPublic());
      verifier.update(
          form.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("&"))
              .getBytes(StandardCharsets.UTF_8));
      assertTrue(verifier.verify(Base64.getDecoder().decode(signature)), form.toString());
      assertEquals("2021", form.get("app_id"));
      assertEquals(type, form.get("sign_type"));
      assertEquals(charset, form.get("charset"));
      assertEquals("2026-03-01 20:00:00", form.get("timestamp"));
    }
    Map<String, String> first = provider.asked().getFirst().form();
    assertEquals("alipay.system.oauth.token", first.get("method"));
    assertEquals("authorization_code", first.get("grant_type"));
    assertEquals("c0de", first.get("code"));
    Map<String, String> second = provider.asked().getLast().form();
    assertEquals("alipay.user.info.share", second.get("method"));
    assertEquals("at", second.get("auth_token"));
  }

  @Test
  void keysAreReadAsAlipaysToolWritesThem() {
    new AlipayWeb().check(config(pkcs8(), ""));
    var trip = new SocialTrip(new AlipayWeb(), config(pkcs1(), ""), provider.outside());
    assertEquals("2088", trip.back(CODE).user().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "no key", "-----BEGIN PRIVATE KEY-----"})
  void whatIsNoKeyIsRefused(String key) {
    var refusal =
        assertThrows(ConnectorException.class, () -> new AlipayNative().check(config(key, "")));
    assertEquals("connector.invalid_config", refusal.code());
  }

  @Test
  void youngerApplicationsAreToldAnIdOfTheirOwn() {
    provider.json(
        GATEWAY,
        "{"
            + TOKEN
            + ",\"alipay_user_info_share_response\":{\"code\":\"10000\",\"open_id\":\"o1\"}}");
    assertEquals("o1", trip(new AlipayWeb(), "").back(CODE).user().id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'error_response':{'code':'40002','sub_code':'isv.code-invalid'}} | connector.social_auth_code_invalid",
        "{'error_response':{'code':'20001','sub_code':'aop.invalid-auth-token'}} | connector.social_invalid_access_token",
        "{'error_response':{'code':'40002','sub_code':'isv.invalid-signature'}} | connector.general",
        "{'alipay_system_oauth_token_response':{}} | connector.invalid_response",
        "{} | connector.invalid_response",
      })
  void refusalsComeWithStatus200(String answer, String code) {
    provider.json(GATEWAY, answer.replace('\'', '"'));
    assertEquals(code, trip(new AlipayWeb(), "").failingBack(CODE).code());
  }

  @Test
  void aPersonWhomAlipayDoesNotTellIsNobody() {
    provider.json(
        GATEWAY,
        "{"
            + TOKEN
            + ",\"alipay_user_info_share_response\":{\"code\":\"20000\",\"msg\":\"Down\"}}");
    assertEquals("connector.general", trip(new AlipayWeb(), "").failingBack(CODE).code());
    provider.json(GATEWAY, "{" + TOKEN + ",\"alipay_user_info_share_response\":{}}");
    assertEquals("connector.invalid_response", trip(new AlipayWeb(), "").failingBack(CODE).code());
  }

  @Test
  void aRefusalAndABrokenCallbackAreToldApart() {
    var trip = trip(new AlipayWeb(), "");
    assertEquals(
        "connector.authorization_failed", trip.failingBack("{'error':'auth_cancelled'}").code());
    assertEquals("connector.general", trip.failingBack("{'code':'c0de'}").code());
  }
}
