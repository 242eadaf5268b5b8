package io.gatehouse.account.page.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.profilefield.FieldType;
import io.gatehouse.branding.profilefield.Question;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a form about the profile changes. */
class ProfileChangeTest {
  private static final Instant NOW = Instant.EPOCH;

  private static User user(String profile, String customData) {
    return new User(
        "one",
        null,
        null,
        null,
        "Mira",
        null,
        json(customData),
        json(profile),
        Map.of(),
        null,
        null,
        false,
        true,
        null,
        NOW,
        NOW);
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonCodec.tree(text);
  }

  private static Question question(String field, @Nullable String part) {
    return new Question(
        field,
        part,
        part != null,
        FieldType.Text,
        "",
        null,
        false,
        null,
        null,
        null,
        null,
        List.of(),
        false);
  }

  @Test
  void whatStaysAsItWasIsNotWritten() {
    User user = user("{\"nickname\":\"M\"}", "{\"boat\":\"sloop\"}");
    ProfileChange change =
        ProfileChange.of(
            user,
            List.of(
                question("name", null),
                question("nickname", null),
                question("website", null),
                question("boat", null)),
            json("{\"name\":\"Mira\",\"nickname\":\"M\",\"boat\":\"sloop\"}"));
    assertFalse(change.touchesAccount());
    assertTrue(change.profile().isEmpty());
  }

  @Test
  void whatIsEmptiedIsTakenAway() {
    User user = user("{\"nickname\":\"M\"}", "{\"boat\":\"sloop\",\"plan\":1}");
    ProfileChange change =
        ProfileChange.of(
            user,
            List.of(question("name", null), question("nickname", null), question("boat", null)),
            json("{}"));
    assertEquals(Change.to(null), change.name());
    assertEquals("{\"nickname\":\"\"}", change.profile().toString());
    assertEquals("{\"plan\":1}", String.valueOf(change.customData()));
  }

  @Test
  void partsOfAnAddressThatAreNotAskedForStay() {
    User user = user("{\"address\":{\"country\":\"FR\",\"locality\":\"Brest\"}}", "{}");
    ProfileChange change =
        ProfileChange.of(
            user,
            List.of(question("address", "locality"), question("address", "postalCode")),
            json("{\"address\":{\"locality\":\"Lorient\"}}"));
    assertEquals(
        "{\"address\":{\"country\":\"FR\",\"locality\":\"Lorient\"}}", change.profile().toString());
    assertNull(change.customData());
  }

  @Test
  void whatWasNotAskedIsNotTaken() {
    ProfileChange change =
        ProfileChange.of(
            user("{}", "{}"), List.of(question("name", null)), json("{\"admin\":true}"));
    assertNull(change.customData());
    assertTrue(change.profile().isEmpty());
  }
}
