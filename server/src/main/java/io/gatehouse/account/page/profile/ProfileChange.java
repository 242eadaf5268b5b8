package io.gatehouse.account.page.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.branding.profilefield.Place;
import io.gatehouse.branding.profilefield.Question;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.User;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a form about the profile changes of an account: only what differs from what is there. Of the
 * account itself it asks for the name.
 *
 * @param profile members of the profile
 * @param customData in the place of all that was there; null where it stays
 */
record ProfileChange(Change<String> name, ObjectNode profile, @Nullable ObjectNode customData) {

  /** From the answers to what was asked; a question without an answer empties its member. */
  static ProfileChange of(User user, List<Question> asked, ObjectNode answers) {
    Change<String> name = Change.keep();
    ObjectNode profile = JsonCodec.object();
    ObjectNode custom = user.customData().deepCopy();
    for (Question question : asked) {
      String member = question.below() ? question.field() : question.member();
      JsonNode answer = answers.get(member);
      switch (Place.of(member)) {
        case ACCOUNT -> name = changed(user.name(), answer == null ? null : answer.asText());
        case PROFILE -> put(user.profile(), profile, question, member, answer);
        case CUSTOM_DATA -> {
          if (answer == null) {
            custom.remove(member);
          } else {
            custom.set(member, answer);
          }
        }
      }
    }
    return new ProfileChange(name, profile, custom.equals(user.customData()) ? null : custom);
  }

  /** Whether anything but the profile changes. */
  boolean touchesAccount() {
    return name.isSet() || customData != null;
  }

  private static Change<String> changed(@Nullable String before, @Nullable String after) {
    String old = before == null || before.isEmpty() ? null : before;
    return Objects.equals(old, after) ? Change.keep() : Change.to(after);
  }

  /** Of an address, parts that were not asked for stay. */
  private static void put(
      ObjectNode before,
      ObjectNode profile,
      Question question,
      String member,
      @Nullable JsonNode answer) {
    JsonNode old = before.path(member);
    JsonNode next = answer == null ? TextNode.valueOf("") : answer;
    if (question.below()) {
      ObjectNode whole =
          profile.get(member) instanceof ObjectNode begun
              ? begun
              : old instanceof ObjectNode known ? known.deepCopy() : JsonCodec.object();
      JsonNode part = answer == null ? null : answer.get(question.member());
      if (part == null) {
        whole.remove(question.member());
      } else {
        whole.set(question.member(), part);
      }
      next = whole;
    }
    boolean nothing = old.isMissingNode() && next.isEmpty() && next.asText().isEmpty();
    if (!nothing && !next.equals(old)) {
      profile.set(member, next);
    }
  }
}
