package io.gatehouse.account.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes along from page to page. */
class ItineraryTest {
  private static Itinerary waiting(@Nullable String next) {
    return new Itinerary("https://a.example/?b=c", "true", "fr en", next, false);
  }

  @Test
  void everythingGoesAlongButThePageThatWaits() {
    Itinerary way = waiting("/account/email");
    assertEquals(
        "?redirect=https%3A%2F%2Fa.example%2F%3Fb%3Dc&show_success=true&ui_locales=fr+en",
        way.query("/account/email"));
    assertEquals(
        way.query("/account/email") + "&next=%2Faccount%2Femail", way.query("/account/proof"));
    assertEquals(
        way.query("/account/email") + "&next=%2Faccount",
        way.onward("/account/success", "/account"));
    assertEquals(way.query("/account/email"), way.onward("/account/success", null));
    assertEquals(
        "?redirect=https%3A%2F%2Fa.example%2F%3Fb%3Dc&show_success=true",
        way.unspoken("/account/email"));
    assertEquals("", new Itinerary(null, null, null, "/account", false).query("/account"));
  }

  @Test
  void onlyPagesOfOursWait() {
    assertEquals("/account/social/a_b.c-D", waiting("/account/social/a_b.c-D").waiting());
    for (String elsewhere :
        new String[] {
          "/oidc/auth", "//evil.example", "/accounts", "/account/?x", "/account//evil", ""
        }) {
      assertEquals("/account", waiting(elsewhere).waiting(), elsewhere);
      assertEquals("/account", Itinerary.after(elsewhere), elsewhere);
    }
    assertEquals("/account", waiting(null).waiting());
    assertEquals("/account/email?a=b%2F", Itinerary.after("/account/email?a=b%2F"));
  }
}
