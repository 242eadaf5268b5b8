package io.gatehouse.connectors.carrier;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.connectors.Connector;
import io.gatehouse.connectors.ConnectorException;
import io.gatehouse.connectors.Connectors;
import io.gatehouse.connectors.EmailConnector;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.Message;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SmsConnector;
import io.gatehouse.connectors.SocialTrip;
import io.gatehouse.connectors.StandIn;
import io.gatehouse.connectors.carrier.CarrierContract.Answered;
import io.gatehouse.connectors.carrier.CarrierContract.Asked;
import io.gatehouse.connectors.carrier.CarrierContract.Refused;
import io.gatehouse.connectors.carrier.CarrierContract.Sent;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every carrier against its contract, with a real server in its place. */
class CarrierContractTest {
  private static final StandIn WORLD = new StandIn();
  private static final Connectors INSTALLED = Connectors.installed();

  /** They speak another protocol, or are the tenant's own, and have tests of their own. */
  private static final Set<String> OTHERS =
      Set.of("simple-mail-transfer-protocol", "http-email", "http-sms");

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @Test
  void everyCarrierHasAContract() {
    Set<String> carriers =
        INSTALLED.all().stream()
            .filter(it -> it instanceof EmailConnector || it instanceof SmsConnector)
            .map(it -> it.metadata().id())
            .filter(id -> !OTHERS.contains(id))
            .collect(Collectors.toSet());
    var known = CarrierContract.all().stream().map(CarrierContract::id).toList();
    assertEquals(carriers, new HashSet<>(known));
  }

  static Stream<Arguments> contracts() {
    return CarrierContract.all().stream().map(it -> Arguments.of(Named.of(it.id(), it)));
  }

  static Stream<Arguments> sends() {
    return each(CarrierContract::sends, Sent::why);
  }

  static Stream<Arguments> answers() {
    return each(CarrierContract::answers, Answered::why);
  }

  static Stream<Arguments> refuses() {
    return each(CarrierContract::refuses, Refused::why);
  }

  private static <T> Stream<Arguments> each(
      Function<CarrierContract, List<T>> part, Function<T, String> why) {
    return CarrierContract.all().stream()
        .flatMap(it ->
            part.apply(it).stream()
                .map(one -> Arguments.of(Named.of(it.id(), it), Named.of(why.apply(one), one))));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sends")
  void aMessageBecomesARequest(CarrierContract contract, Sent sent) {
    Answered taken = contract.answers().getFirst();
    var message = new Message(sent.to(), sent.type(), sent.payload(), null, sent.template());
    if (sent.asks() == null) {
      var failure =
          assertThrows(ConnectorException.class, () -> send(contract, message, sent, taken));
      assertEquals(sent.error(), failure.code());
      return;
    }
    send(contract, message, sent, taken);
    assertAsked(sent.asks(), WORLD.asked().getLast());
    if (sent.before() != null) {
      assertAsked(sent.before().asks(), WORLD.asked().get(WORLD.asked().size() - 2));
    }
  }

  private static void assertAsked(Asked expected, StandIn.Asked asked) {
    assertEquals(expected.method(), asked.method());
    assertEquals(detour(expected.url()).getPath(), asked.path());
    if (expected.query() != null) {
      assertEquals(expected.query(), StandIn.parse(asked.query()));
    }
    if (expected.headers() != null) {
      expected.headers().forEach((name, value) -> assertEquals(value, asked.header(name), name));
    }
    if (expected.form() != null) {
      assertEquals(expected.form(), asked.form());
    }
    if (expected.json() != null) {
      assertEquals(expected.json(), SocialTrip.json(asked.body()));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("answers")
  void anAnswerMeansSomething(CarrierContract contract, Answered answer) {
    if (answer.error() == null) {
      assertDoesNotThrow(() -> send(contract, answer));
      return;
    }
    var failure = assertThrows(ConnectorException.class, () -> send(contract, answer));
    assertEquals(answer.error(), failure.code());
    if (failure.code().equals("connector.general")) {
      assertEquals(answer.body(), failure.data());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void whatStandsBetweenMayFailInItsOwnWords(CarrierContract contract) {
    var gateway = new Answered("", 502, TextNode.valueOf("<h1>Bad Gateway</h1>"), null);
    var failure = assertThrows(ConnectorException.class, () -> send(contract, gateway));
    assertEquals("connector.general", failure.code());
    assertEquals(gateway.body(), failure.data());

    var busy = new Answered("", 429, TextNode.valueOf("Slow down"), null);
    assertEquals(
        "connector.rate_limit_exceeded",
        assertThrows(ConnectorException.class, () -> send(contract, busy)).code());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("refuses")
  void aConfigurationThatCouldNotWorkIsRefused(CarrierContract contract, Refused refused) {
    Connector connector = connector(contract);
    connector.check(contract.config());
    var failure =
        assertThrows(
            ConnectorException.class, () -> connector.check(contract.config(refused.set())));
    assertEquals("connector.invalid_config", failure.code());
    Set<String> named =
        SocialTrip.data(failure)
            .path("issues")
            .valueStream()
            .map(issue -> issue.path("path").path(0).asText())
            .collect(Collectors.toSet());
    assertEquals(Set.of(refused.at()), named);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contracts")
  void whatTheFormStartsWithIsAccepted(CarrierContract contract) {
    Connector connector = connector(contract);
    for (var item : connector.metadata().formItems()) {
      if (item.defaultValue() != null) {
        var filled = contract.config();
        filled.set(item.key(), item.defaultValue());
        connector.check(filled);
      }
    }
  }

  private static void send(CarrierContract contract, Answered answer) {
    Sent sent = contract.sends().stream().filter(it -> it.asks() != null).findFirst().orElseThrow();
    send(contract, new Message(sent.to(), sent.type(), sent.payload()), sent, answer);
  }

  private static void send(CarrierContract contract, Message message, Sent sent, Answered answer) {
    if (sent.before() != null) {
      reply(sent.before().asks(), sent.before().status(), sent.before().body().toString());
    }
    if (sent.asks() != null) {
      reply(sent.asks(), answer.status(), answer.text());
    }
    var config = contract.config(sent.set());
    switch (connector(contract)) {
      case EmailConnector email -> email.send(message, config, outside());
      case SmsConnector sms -> sms.send(message, config, outside());
      default -> throw new IllegalStateException(contract.id());
    }
  }

  private static void reply(Asked to, int status, String body) {
    WORLD.reply(detour(to.url()).getPath(), status, "application/json", body);
  }

  private static Connector connector(CarrierContract contract) {
    return INSTALLED.find(contract.id()).orElseThrow();
  }

  /** All addresses lead to one server, which keeps them apart by the host's name in the path. */
  private static Outside outside() {
    Outside real = WORLD.outside();
    HttpSender detoured = request -> send(real, request);
    return new Outside(detoured, real.dialer(), real.clock(), () -> 0L);
  }

  private static HttpSender.Response send(Outside real, Request request) throws IOException {
    return real.http()
        .send(
            new Request(
                request.method(),
                detour(request.uri()),
                request.headers(),
                request.body(),
                request.timeout()));
  }

  private static URI detour(URI address) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return WORLD.uri("/" + address.getHost() + address.getRawPath() + query);
  }
}
