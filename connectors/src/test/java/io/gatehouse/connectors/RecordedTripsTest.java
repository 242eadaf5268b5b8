package io.gatehouse.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.connectors.RecordedTrip.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** People's ways to providers that speak OAuth 2.0, each against a stand-in of its provider. */
class RecordedTripsTest {
  private static final JsonNode AS_USUAL = MissingNode.getInstance();
  private static final JsonNode NOTHING = SocialTrip.json("{}");
  private static final List<String> PROVIDERS =
      List.of(
          "amazon-universal",
          "azuread-universal",
          "dingtalk-web",
          "discord-universal",
          "facebook-universal",
          "feishu-web",
          "gitlab-universal",
          "kakao-universal",
          "kook-universal",
          "line-universal",
          "linkedin-universal",
          "naver-universal",
          "notion-universal",
          "patreon-universal",
          "qq-universal",
          "slack-universal",
          "tiktok-universal",
          "twitch-universal",
          "wechat-native",
          "wechat-web",
          "wecom-universal",
          "x-universal",
          "xiaomi-universal",
          "yahoo-universal",
          "zoom-universal");

  @TestFactory
  Stream<DynamicContainer> trips() {
    return PROVIDERS.stream().map(factory -> dynamicContainer(factory, trip(factory)));
  }

  private static List<DynamicTest> trip(String factory) {
    var tests = new ArrayList<DynamicTest>();
    tests.add(test(factory, "the address", trip -> trip.leads(trip.record())));
    tests.add(test(factory, "there and back", RecordedTripsTest::thereAndBack));
    tests.add(test(factory, "a refusal", RecordedTripsTest::refusal));
    tests.add(test(factory, "no code", RecordedTripsTest::noCode));
    tests.add(test(factory, "a bad token", RecordedTripsTest::badToken));
    tests.add(test(factory, "a bad code", RecordedTripsTest::badCode));
    tests.add(test(factory, "a provider that is down", RecordedTripsTest::down));
    tests.add(test(factory, "nonsense", RecordedTripsTest::nonsense));
    tests.add(test(factory, "nobody", RecordedTripsTest::nobody));
    StreamSupport.stream(RecordedTrip.read(factory).path("otherwise").spliterator(), false)
        .forEach(
            way -> tests.add(test(factory, way.path("name").asText(), trip -> goes(trip, way))));
    return tests;
  }

  private static DynamicTest test(String factory, String name, Consumer<RecordedTrip> body) {
    return dynamicTest(
        name,
        () -> {
          try (var trip = new RecordedTrip(factory)) {
            body.accept(trip);
          }
        });
  }

  private static void thereAndBack(RecordedTrip trip) {
    var answer = trip.back(trip.record());
    trip.asksAsRecorded();
    assertEquals(trip.record().path("user"), RecordedTrip.known(answer.user()));
    JsonNode raw = trip.record().path("raw");
    assertEquals(
        raw.isMissingNode() ? trip.exchanges().getLast().json().path("answer") : raw,
        SocialTrip.json(String.valueOf(answer.user().rawData())));
    assertEquals(
        trip.record().path("tokens").toString(),
        answer.tokens() == null ? "" : RecordedTrip.json(answer.tokens()).toString());
  }

  private static void refusal(RecordedTrip trip) {
    var failure = trip.fails(SocialTrip.json("{'callback':{'error':'access_denied'}}"));
    assertEquals("connector.authorization_failed", failure.code());
    assertEquals("access_denied", SocialTrip.data(failure).path("error").asText());
  }

  private static void noCode(RecordedTrip trip) {
    var failure = trip.fails(SocialTrip.json("{'callback':{'state':'st te'}}"));
    assertEquals("connector.general", failure.code());
  }

  private static void badToken(RecordedTrip trip) {
    for (Exchange exchange : trip.exchanges()) {
      trip.answer(exchange.address(), 401, NOTHING);
      assertEquals("connector.social_invalid_access_token", trip.fails(AS_USUAL).code());
      trip.answer(exchange.address(), 200, exchange.json().path("answer"));
    }
  }

  private static void badCode(RecordedTrip trip) {
    JsonNode words = SocialTrip.json("{'error':'invalid_grant'}");
    trip.answer(trip.exchanges().getFirst().address(), 400, words);
    var failure = trip.fails(AS_USUAL);
    assertEquals("connector.general", failure.code());
    assertEquals(words, failure.data());
  }

  private static void down(RecordedTrip trip) {
    for (Exchange exchange : trip.exchanges()) {
      trip.answer(exchange.address(), 502, new TextNode("<h1>Down</h1>"));
      var failure = trip.fails(AS_USUAL);
      assertEquals("connector.general", failure.code());
      assertEquals("<h1>Down</h1>", SocialTrip.data(failure).asText());
      trip.answer(exchange.address(), 200, exchange.json().path("answer"));
    }
  }

  private static void nonsense(RecordedTrip trip) {
    for (Exchange exchange : trip.exchanges()) {
      trip.answer(exchange.address(), 200, new TextNode("<html>"));
      assertEquals("connector.invalid_response", trip.fails(AS_USUAL).code());
      trip.answer(exchange.address(), 200, exchange.json().path("answer"));
    }
    trip.answer(trip.exchanges().getFirst().address(), 200, NOTHING);
    assertEquals("connector.invalid_response", trip.fails(AS_USUAL).code());
  }

  private static void nobody(RecordedTrip trip) {
    trip.answer(trip.identifying().address(), 200, NOTHING);
    assertEquals("connector.invalid_response", trip.fails(AS_USUAL).code());
  }

  /** What else a record tells: another address, other answers, another person, a failure. */
  private static void goes(RecordedTrip trip, JsonNode way) {
    way.path("answers")
        .properties()
        .forEach(answer ->
            trip.answer(answer.getKey(), way.path("status").asInt(200), answer.getValue()));
    if (way.has("authorization")) {
      trip.leads(way);
    }
    if (way.has("user")) {
      assertEquals(way.path("user"), RecordedTrip.known(trip.back(way).user()));
    }
    if (way.has("error")) {
      assertEquals(way.path("error").asText(), trip.fails(way).code());
    }
  }
}
