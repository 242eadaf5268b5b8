package io.gatehouse.account.page.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountError;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.page.AccountVisit;
import io.gatehouse.account.profile.AccountInputs;
import io.gatehouse.account.profile.OwnAccount;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.AccountStep.Line;
import io.gatehouse.branding.page.AccountStep.Words;
import io.gatehouse.branding.page.Field;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.profilefield.Question;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.step.profile.ExtraProfile;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.User;
import io.gatehouse.user.administration.UserProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is known of the person, to read and to change as far as the tenant lets them. */
@Path(ProfilePage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class ProfilePage {
  static final String PATH = AccountStep.HOME + "/profile";

  private final AccountVisit visit;
  private final ProfileQuestions questions;
  private final OwnAccount account;

  ProfilePage(AccountVisit visit, ProfileQuestions questions, OwnAccount account) {
    this.visit = visit;
    this.questions = questions;
    this.account = account;
  }

  @GET
  public Response show() {
    return visit.show(
        PATH,
        this::mayRead,
        () ->
            page(
                questions.shown(visit.call()),
                question -> ExtraProfile.known(visit.person(), question),
                Problems.NONE));
  }

  @POST
  public Response save(Form form) {
    return visit.take(PATH, this::mayRead, form, () -> saved(form));
  }

  private void mayRead(AccountCall call) {
    if (questions.shown(call).isEmpty()) {
      throw AccountError.FIELD_NOT_ENABLED.exception();
    }
  }

  private Response saved(Form form) {
    List<Question> shown = questions.shown(visit.call());
    List<Question> asked = editable(shown);
    ExtraProfile.Answers answers = ExtraProfile.read(asked, form::line);
    Map<String, List<Problem>> faults = new LinkedHashMap<>();
    answers
        .faults()
        .forEach(
            (name, fault) -> faults.put(name, List.of(new Problem(fault.code(), fault.values()))));
    if (!faults.isEmpty()) {
      return visit.page(
          page(shown, question -> form.line(question.name()), new Problems(null, faults)));
    }
    write(asked, answers.values());
    return visit.doneThen(AccountStep.HOME);
  }

  private void write(List<Question> asked, ObjectNode answers) {
    AccountCall call = visit.call();
    ProfileChange change = ProfileChange.of(visit.person(), asked, answers);
    if (change.touchesAccount()) {
      call.gate()
          .edits(Part.NAME, change.name().isSet())
          .edits(Part.CUSTOM_DATA, change.customData() != null);
      account.change(
          call,
          new AccountInputs.Patch(
              change.name(), Change.keep(), Change.keep(), change.customData()));
    }
    if (!change.profile().isEmpty()) {
      call.gate().edits(Part.PROFILE);
      account.mergeProfile(
          call, JsonCodec.mapper().convertValue(change.profile(), UserProfile.class));
    }
  }

  /** What the form asks for; a picture has a page of its own. */
  private List<Question> editable(List<Question> shown) {
    return shown.stream()
        .filter(question -> !isPicture(question))
        .filter(question -> visit.call().isEditable(ProfileQuestions.part(question)))
        .toList();
  }

  private static boolean isPicture(Question question) {
    return ProfileQuestions.part(question) == Part.AVATAR;
  }

  private Page page(List<Question> shown, Function<Question, String> values, Problems problems) {
    User user = visit.person();
    List<Question> asked = editable(shown);
    List<Field> fields =
        asked.stream().map(question -> Field.of(question, values.apply(question))).toList();
    List<Line> lines =
        shown.stream()
            .filter(question -> !asked.contains(question))
            .map(question ->
                isPicture(question)
                    ? picture(user)
                    : line(question, ExtraProfile.known(user, question)))
            .toList();
    return new AccountStep.Profile(fields, lines, problems);
  }

  private Line picture(User user) {
    return new Line(
        "person",
        Words.phrase("account.picture.title"),
        Words.phrase(user.avatar() == null ? "account.none" : "account.set"),
        visit.call().isEditable(Part.AVATAR) ? PicturePage.PATH : null);
  }

  private static Line line(Question question, String value) {
    Words name =
        question.label().isEmpty()
            ? Words.phrase("profile.field." + question.member())
            : new Words.Text(question.label());
    return new Line("person", name, Words.orNone(value), null);
  }
}
