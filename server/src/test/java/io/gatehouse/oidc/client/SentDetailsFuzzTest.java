package io.gatehouse.oidc.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.access.detail.DetailField;
import io.gatehouse.access.detail.DetailField.Kind;
import io.gatehouse.access.detail.DetailType;
import io.gatehouse.testing.Fuzz;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What clients ask in detail, almost right. */
class SentDetailsFuzzTest {
  private static final DetailType PAYMENT =
      new DetailType(
          "d1",
          "payment",
          "Payment",
          null,
          List.of(
              new DetailField("amount", null, Kind.OBJECT, true, null),
              new DetailField("actions", null, Kind.LIST, null, List.of("read", "pay")),
              new DetailField("times", null, Kind.NUMBER, null, null),
              new DetailField("now", null, Kind.BOOLEAN, null, null),
              new DetailField("to", null, Kind.TEXT, null, null)),
          Instant.EPOCH);
  private static final Fuzz DETAILS =
      Fuzz.like(
          "[{\"type\":\"payment\",\"amount\":{\"value\":12.5,\"currency\":\"EUR\"},\"actions\":[\"read\",\"pay\"],"
              + "\"times\":3,\"now\":true,\"to\":\"Ann\"},{\"type\":\"payment\",\"amount\":{}}]",
          "[{\"type\":\"payment\",\"amount\":{\"value\":1}}]");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void details(@ForAll long number) {
    DETAILS.feed(
        number,
        text -> {
          for (JsonNode detail : AuthorizationDetails.parse(text)) {
            assertTrue(detail.path("type").isTextual());
            PAYMENT.wrong(detail);
          }
        });
  }
}
