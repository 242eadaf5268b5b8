package io.gatehouse.account.page.profile;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.branding.accountcenter.AccountCenter;
import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.branding.profilefield.FieldType;
import io.gatehouse.branding.profilefield.Place;
import io.gatehouse.branding.profilefield.ProfileFields;
import io.gatehouse.branding.profilefield.Question;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** What the page of the profile shows: the fields that the tenant has chosen, else the usual. */
@Singleton
class ProfileQuestions {
  private static final List<Question> USUAL =
      List.of(
          usual("name", FieldType.Text),
          usual("avatar", FieldType.Url),
          usual("givenName", FieldType.Text),
          usual("familyName", FieldType.Text),
          usual("nickname", FieldType.Text),
          usual("birthdate", FieldType.Date),
          usual("website", FieldType.Url));

  private final ProfileFields fields;
  private final AccountCenters centers;

  ProfileQuestions(ProfileFields fields, AccountCenters centers) {
    this.fields = fields;
    this.centers = centers;
  }

  /** Those that the tenant shows. */
  List<Question> shown(AccountCall call) {
    List<AccountCenter.ShownField> chosen = centers.of(call.tenant()).profileFields();
    Stream<Question> all =
        chosen == null
            ? USUAL.stream()
            : fields
                .questions(
                    call.tenant(), chosen.stream().map(AccountCenter.ShownField::name).toList())
                .stream();
    return all.filter(question -> call.isShown(part(question))).toList();
  }

  /** Which part of the account it belongs to. */
  static Part part(Question question) {
    String member = question.below() ? question.field() : question.member();
    return switch (Place.of(member)) {
      case ACCOUNT -> member.equals("name") ? Part.NAME : Part.AVATAR;
      case PROFILE -> Part.PROFILE;
      case CUSTOM_DATA -> Part.CUSTOM_DATA;
    };
  }

  private static Question usual(String name, FieldType type) {
    return new Question(
        name, null, false, type, "", null, false, null, null, null, null, List.of(), false);
  }
}
