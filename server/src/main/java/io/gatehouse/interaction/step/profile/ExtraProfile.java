package io.gatehouse.interaction.step.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.branding.Policies;
import io.gatehouse.branding.profilefield.AnswerRules;
import io.gatehouse.branding.profilefield.ProfileFields;
import io.gatehouse.branding.profilefield.Question;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.PendingProfile;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.User;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the tenant asks newcomers besides what they sign in with. */
@Singleton
public class ExtraProfile {
  private final ProfileFields fields;

  ExtraProfile(ProfileFields fields) {
    this.fields = fields;
  }

  /** The answers to a form, and what is wrong with some of them. */
  public record Answers(ObjectNode values, Map<String, AnswerRules.Fault> faults) {}

  /** What is asked, in the order of the form: all there is, unless the settings name fields. */
  public List<Question> questions(Journey journey) {
    List<Policies.ProfileField> asked = journey.experience().signUpProfileFields();
    return asked == null
        ? fields.questions(journey.tenantId())
        : fields.questions(
            journey.tenantId(), asked.stream().map(Policies.ProfileField::name).toList());
  }

  /**
   * Whether a newcomer still has something to answer: anything at all the first time, afterwards
   * only what must be answered.
   */
  boolean lacks(Journey journey, @Nullable User user) {
    if (journey.state().interactionEvent() != InteractionEvent.REGISTER) {
      return false;
    }
    boolean asked = Boolean.TRUE.equals(journey.state().memory().asked());
    return questions(journey).stream()
        .filter(question -> question.required() || !asked)
        .anyMatch(question -> known(journey, user, question) == null);
  }

  /** What is known already, as a form shows it; empty when nothing is. */
  public String known(Journey journey, Question question) {
    JsonNode value = known(journey, null, question);
    return value == null ? "" : value.asText();
  }

  /** The same of an account, where nobody is on the way in. */
  public static String known(User user, Question question) {
    JsonNode value =
        known(
            Stream.of(looks(user.name(), user.avatar()), user.profile(), user.customData()),
            question);
    return value == null ? "" : value.asText();
  }

  /** Reads what was typed. */
  public Answers read(Journey journey, Function<String, String> typed) {
    return read(questions(journey), typed);
  }

  /** The same for any questions. */
  public static Answers read(List<Question> questions, Function<String, String> typed) {
    ObjectNode values = JsonCodec.object();
    Map<String, AnswerRules.Fault> faults = new LinkedHashMap<>();
    for (Question question : questions) {
      AnswerRules.Answer answer = AnswerRules.read(question, typed.apply(question.name()));
      if (answer.fault() instanceof AnswerRules.Fault fault) {
        faults.put(question.name(), fault);
      } else if (answer.value() instanceof JsonNode value) {
        ObjectNode place = question.below() ? values.withObjectProperty(question.field()) : values;
        place.set(question.member(), value);
      }
    }
    return new Answers(values, faults);
  }

  private static @Nullable JsonNode known(Journey journey, @Nullable User user, Question question) {
    PendingProfile pending = journey.state().profile();
    return known(
        Stream.of(
            looks(pending.name(), pending.avatar()),
            pending.profile(),
            pending.customData(),
            user == null ? null : looks(user.name(), user.avatar()),
            user == null ? null : user.profile(),
            user == null ? null : user.customData()),
        question);
  }

  private static @Nullable JsonNode known(Stream<@Nullable ObjectNode> places, Question question) {
    return places
        .filter(Objects::nonNull)
        .map(place -> question.below() ? place.path(question.field()) : place)
        .map(place -> place.path(question.member()))
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .filter(value -> !value.isTextual() || !value.asText().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static ObjectNode looks(@Nullable String name, @Nullable String avatar) {
    return JsonCodec.object().put("name", name).put("avatar", avatar);
  }
}
