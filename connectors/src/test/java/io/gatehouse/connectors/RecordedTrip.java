package io.gatehouse.connectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.StandIn.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is said on a person's way to one provider and back, as {@code trips/<factory>.json} has it:
 * the configuration, the address to which they are sent, each request to the provider with its
 * answer, and who they are then. A text {@code *} stands for any value.
 */
final class RecordedTrip implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANY = "*";

  private final SocialConnector connector;
  private final JsonNode record;
  private final StandIn provider = new StandIn();

  RecordedTrip(String factory) {
    connector = (SocialConnector) Connectors.installed().find(factory).orElseThrow();
    record = read(factory);
    exchanges()
        .forEach(exchange -> answer(exchange.address(), 200, exchange.json().path("answer")));
  }

  static JsonNode read(String factory) {
    try (var in = RecordedTrip.class.getResourceAsStream("/trips/" + factory + ".json")) {
      return JSON.readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** One request and its answer, written {@code "asked": "GET https://provider.example/me"}. */
  record Exchange(String method, String address, JsonNode json) {
    static Exchange of(JsonNode json) {
      String[] asked = json.path("asked").asText().split(" ", 2);
      return new Exchange(asked[0], asked[1], json);
    }
  }

  List<Exchange> exchanges() {
    return StreamSupport.stream(record.path("exchanges").spliterator(), false)
        .map(Exchange::of)
        .toList();
  }

  /** The exchange without which nobody knows who the person is. */
  Exchange identifying() {
    return exchanges().stream()
        .filter(exchange -> exchange.json().path("identifies").asBoolean())
        .findFirst()
        .orElse(exchanges().getLast());
  }

  /** From now on the provider says this there: JSON, or a text as it is. */
  void answer(String address, int status, JsonNode words) {
    String type = words.isTextual() ? "text/plain" : "application/json";
    String body = words.isTextual() ? words.textValue() : words.toString();
    provider.reply(address.replaceFirst("https:/", ""), status, type, body);
  }

  private SocialTrip trip(JsonNode more) {
    ObjectNode config = record.path("config").deepCopy();
    if (more.path("config").isObject()) {
      config.setAll((ObjectNode) more.path("config"));
    }
    return new SocialTrip(connector, config, Loopback.outsideByHost(provider.uri()));
  }

  void leads(JsonNode way) {
    Map<String, String> headers = new LinkedHashMap<>();
    way.path("headers")
        .properties()
        .forEach(it -> headers.put(it.getKey(), it.getValue().asText()));
    URI address = trip(way).leave(way.path("scope").textValue(), headers);
    String led =
        address
            .toString()
            .replace(provider.uri() + "/", "https://")
            .replaceFirst("code_challenge=[A-Za-z0-9_-]{43}", "code_challenge=*");
    assertEquals(way.path("authorization").asText(), led);
  }

  SocialConnector.Answer back(JsonNode way) {
    SocialTrip trip = trip(way);
    trip.leave();
    ObjectNode data = JSON.createObjectNode();
    if (way.has("callback")) {
      data.setAll((ObjectNode) way.path("callback"));
    } else {
      data.put("code", "c0de").put("state", "st te");
    }
    return trip.back(data.put("redirectUri", SocialTrip.REDIRECT_URI));
  }

  /** Everything was asked in its order, as it is written down. */
  void asksAsRecorded() {
    List<Asked> asked = provider.asked();
    List<Exchange> exchanges = exchanges();
    assertEquals(exchanges.size(), asked.size(), asked.toString());
    for (int i = 0; i < asked.size(); i++) {
      ObjectNode wanted = exchanges.get(i).json().deepCopy();
      assertEquals(
          wanted.without("answer").toString(), written(asked.get(i), exchanges.get(i).json()));
    }
  }

  /** A request in the words of the record: whatever is not mentioned there is left out. */
  private static String written(Asked asked, JsonNode wanted) {
    ObjectNode words = JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> member : wanted.properties()) {
      String name = member.getKey();
      switch (name) {
        case "asked" -> words.put(name, asked.method() + " https:/" + asked.path());
        case "query" -> words.set(name, pairs(StandIn.parse(asked.query()), member.getValue()));
        case "form" -> words.set(name, pairs(asked.form(), member.getValue()));
        case "headers" -> words.set(name, headers(asked, member.getValue()));
        case "json" -> words.set(name, SocialTrip.json(asked.body()));
        case "answer" -> {} // not the request's
        default -> words.set(name, member.getValue());
      }
    }
    return words.toString();
  }

  private static ObjectNode headers(Asked asked, JsonNode wanted) {
    ObjectNode headers = JSON.createObjectNode();
    wanted.fieldNames().forEachRemaining(name -> headers.put(name, asked.header(name)));
    return headers;
  }

  private static ObjectNode pairs(Map<String, String> sent, JsonNode wanted) {
    ObjectNode pairs = JSON.createObjectNode();
    sent.forEach(
        (name, value) -> pairs.put(name, wanted.path(name).asText().equals(ANY) ? ANY : value));
    return pairs;
  }

  ConnectorException fails(JsonNode way) {
    return assertThrows(ConnectorException.class, () -> back(way));
  }

  JsonNode record() {
    return record;
  }

  /** The person without the provider's own words, as the record has them. */
  static JsonNode known(SocialUserInfo user) {
    ObjectNode json = JSON.valueToTree(user);
    return json.without("rawData");
  }

  static JsonNode json(@Nullable TokenSet tokens) {
    return JSON.valueToTree(tokens);
  }

  @Override
  public void close() {
    provider.close();
  }
}
