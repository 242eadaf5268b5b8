package io.gatehouse.connectors;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a provider or carrier answers, and whatever is configured: the call succeeds or ends
 * with one of our errors, and nothing that is said there breaks a request of ours.
 */
class WrongAnswersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of each connector; a hundred times as many with {@code -Dgatehouse.scale=100}. */
  private static final int TRIES = 200 * Integer.getInteger("gatehouse.scale", 1);

  private static final List<Integer> STATUSES =
      List.of(200, 200, 200, 200, 200, 201, 204, 302, 400, 401, 429, 500);
  private static final List<String> TYPES =
      List.of("application/json", "application/json; charset=utf-8", "text/plain", "");

  static Stream<String> trips() {
    return files("/trips");
  }

  static Stream<String> carriers() {
    return files("/carriers");
  }

  private static Stream<String> files(String folder) {
    try (var files =
        Files.list(
            Path.of(Objects.requireNonNull(WrongAnswersTest.class.getResource(folder)).toURI()))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  @ParameterizedTest
  @MethodSource("trips")
  void ofProviders(String factory) {
    var connector = (SocialConnector) Connectors.installed().find(factory).orElseThrow();
    JsonNode record = RecordedTrip.read(factory);
    for (int number = 0; number < TRIES; number++) {
      var random = new SplittableRandom(number);
      var wrong = new WrongJson(random);
      JsonNode config = number % 4 == 0 ? wrong.tree(record.path("config")) : record.path("config");
      attempt(
          factory + " " + number,
          () -> {
            connector.check(config);
            var trip =
                new SocialTrip(connector, config, outside(random, asked -> answer(record, asked)));
            trip.leave();
            ObjectNode back = JSON.createObjectNode().put("code", "c0de").put("state", "st te");
            if (record.has("callback")) {
              back.setAll((ObjectNode) record.path("callback"));
            }
            back.put("redirectUri", SocialTrip.REDIRECT_URI);
            trip.back(random.nextInt(8) == 0 ? wrong.tree(back) : back);
          });
    }
  }

  private static JsonNode answer(JsonNode record, URI asked) {
    String place = "https://" + asked.getHost() + asked.getPath();
    return record
        .path("exchanges")
        .valueStream()
        .filter(each -> each.path("asked").asText().endsWith(" " + place))
        .map(each -> each.path("answer"))
        .findFirst()
        .orElseGet(JSON::createObjectNode);
  }

  @ParameterizedTest
  @MethodSource("carriers")
  void ofCarriers(String factory) throws IOException {
    Connector connector = Connectors.installed().find(factory).orElseThrow();
    JsonNode contract = read("/carriers/" + factory + ".json");
    for (int number = 0; number < TRIES; number++) {
      var random = new SplittableRandom(number);
      var wrong = new WrongJson(random);
      JsonNode sent = one(contract.path("sends"), random);
      ObjectNode config = contract.path("config").deepCopy();
      if (sent.path("set").isObject()) {
        config.setAll((ObjectNode) sent.path("set"));
      }
      JsonNode tried = number % 3 == 0 ? wrong.tree(config) : config;
      ObjectNode payload =
          (ObjectNode) (number % 5 == 0 ? wrong.tree(sent.path("payload")) : sent.path("payload"));
      String to =
          number % 7 == 0
              ? wrong.tree(JSON.createArrayNode().add(sent.path("to"))).path(0).asText()
              : sent.path("to").asText();
      var message = new Message(to, sent.path("type").asText(), payload);
      Outside outside =
          outside(random, asked -> one(contract.path("answers"), random).path("body"));
      attempt(
          factory + " " + number,
          () -> {
            connector.check(tried);
            switch (connector) {
              case EmailConnector email -> email.send(message, tried, outside);
              case SmsConnector sms -> sms.send(message, tried, outside);
              case SocialConnector social -> throw new IllegalStateException(social.toString());
            }
          });
    }
  }

  private static JsonNode one(JsonNode list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }

  private static JsonNode read(String name) throws IOException {
    try (var in = WrongAnswersTest.class.getResourceAsStream(name)) {
      return JSON.readTree(in);
    }
  }

  private static void attempt(String what, Runnable call) {
    try {
      call.run();
    } catch (ConnectorException expected) {
      assertTrue(expected.status() >= 400, what);
    } catch (RuntimeException | StackOverflowError failure) {
      throw new AssertionError(what, failure);
    }
  }

  /** A world in which every answer is almost right. */
  private static Outside outside(SplittableRandom random, Function<URI, JsonNode> right) {
    var wrong = new WrongJson(random);
    HttpSender http =
        request -> {
          requireWhole(request);
          if (random.nextInt(20) == 0) {
            throw new IOException("nobody answers here");
          }
          JsonNode answer = right.apply(request.uri());
          String body = random.nextInt(4) == 0 ? answer.toString() : wrong.text(answer);
          return new Response(
              STATUSES.get(random.nextInt(STATUSES.size())),
              Map.of("content-type", List.of(TYPES.get(random.nextInt(TYPES.size())))),
              body);
        };
    Dialer none =
        (host, port, timeout, local) -> {
          throw new IOException("nobody answers here");
        };
    return new Outside(http, none, InstantSource.fixed(Loopback.NOW), random);
  }

  /** Neither a header nor the address ends early. */
  private static void requireWhole(Request request) {
    assertTrue(request.uri().getHost() != null, request.uri().toString());
    request
        .headers()
        .forEach((name, value) ->
            assertTrue(
                (name + value).chars().allMatch(c -> c == '\t' || c >= 0x20 && c != 0x7f), name));
  }
}
