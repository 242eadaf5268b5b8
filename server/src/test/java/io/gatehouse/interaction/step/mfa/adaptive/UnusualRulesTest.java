package io.gatehouse.interaction.step.mfa.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.interaction.step.Visitor;
import io.gatehouse.interaction.step.mfa.adaptive.Unusual.Rule;
import io.gatehouse.user.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnusualRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Map<String, String> PARIS =
      Map.of("country", "FR", "latitude", "48.8566", "longitude", "2.3522");
  private static final Map<String, String> LYON =
      Map.of("country", "FR", "latitude", "45.7640", "longitude", "4.8357");
  private static final Map<String, String> SYDNEY =
      Map.of("country", "AU", "latitude", "-33.8688", "longitude", "151.2093");

  @Test
  void whatIsNotToldIsNotUnusual() {
    assertUnusual(List.of(), Map.of(), List.of());
    assertUnusual(List.of(), Map.of(), List.of(place(PARIS, Duration.ofHours(1))));
    assertUnusual(
        List.of(),
        Map.of("country", " ", "latitude", "north", "longitude", "2"),
        List.of(place(PARIS, Duration.ofHours(1))));
    assertUnusual(
        List.of(),
        Map.of("latitude", "95", "longitude", "2"),
        List.of(place(PARIS, Duration.ofHours(1))));
  }

  @Test
  void aCountryIsNewWhereOthersAreKnown() {
    assertUnusual(List.of(), SYDNEY, List.of());
    assertUnusual(List.of(Rule.NEW_COUNTRY), SYDNEY, List.of(place(PARIS, Duration.ofDays(3))));
    assertUnusual(
        List.of(),
        SYDNEY,
        List.of(place(PARIS, Duration.ofDays(3)), place(SYDNEY, Duration.ofDays(90))));
  }

  @Test
  void nobodyTravelsFasterThanAnAeroplane() {
    // Some 390 kilometres.
    assertUnusual(List.of(), PARIS, List.of(place(LYON, Duration.ofMinutes(30))));
    assertUnusual(List.of(Rule.GEO_VELOCITY), PARIS, List.of(place(LYON, Duration.ofMinutes(20))));
    assertUnusual(
        List.of(Rule.NEW_COUNTRY, Rule.GEO_VELOCITY),
        SYDNEY,
        List.of(place(PARIS, Duration.ofHours(10))));
    assertUnusual(List.of(), PARIS, List.of(place(PARIS, Duration.ZERO)));
  }

  @Test
  void aLongAbsenceIsUnusual() {
    assertEquals(List.of(), rules(Map.of(), List.of(), NOW.minus(Duration.ofDays(30))));
    assertEquals(
        List.of(Rule.LONG_INACTIVITY),
        rules(Map.of(), List.of(), NOW.minus(Duration.ofDays(30)).minusMillis(1)));
  }

  @Test
  void aRobotIsUnusual() {
    assertUnusual(List.of(), Map.of("botScore", "30", "botVerified", "false"), List.of());
    assertUnusual(List.of(Rule.UNTRUSTED_IP), Map.of("botScore", "29"), List.of());
    assertUnusual(
        List.of(Rule.UNTRUSTED_IP), Map.of("botScore", "99", "botVerified", "true"), List.of());
  }

  private static void assertUnusual(
      List<Rule> rules, Map<String, String> told, List<Place> before) {
    assertEquals(
        rules,
        UnusualRules.of(
                visitor(told), Signals.place(visitor(told), NOW), before, NOW.minusSeconds(1))
            .stream()
            .map(Unusual::rule)
            .toList());
  }

  private static List<Rule> rules(Map<String, String> told, List<Place> before, Instant last) {
    return UnusualRules.of(visitor(told), Signals.place(visitor(told), NOW), before, last).stream()
        .map(Unusual::rule)
        .toList();
  }

  private static Place place(Map<String, String> told, Duration ago) {
    return Signals.place(visitor(told), NOW.minus(ago));
  }

  private static Visitor visitor(Map<String, String> told) {
    return new Visitor("203.0.113.7", "curl/8", told, List.of(), Map.of());
  }
}
