package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.security.OwnFactors;
import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.SignInExperience;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.AccountStep.Group;
import io.gatehouse.branding.page.AccountStep.Line;
import io.gatehouse.branding.page.AccountStep.Words;
import io.gatehouse.branding.page.Page;
import io.gatehouse.user.User;
import io.gatehouse.user.mfa.FactorType;
import io.gatehouse.user.mfa.MfaFactor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one signs in with, and where each of it is changed. */
@Path(SecurityPage.PATH)
@RunOnVirtualThread
class SecurityPage {
  static final String PATH = AccountStep.HOME + "/security";

  private final AccountVisit visit;
  private final OwnFactors factors;
  private final ConnectorKinds connectors;
  private final SignInExperiences experiences;
  private final AccountCenters centers;

  SecurityPage(
      AccountVisit visit,
      OwnFactors factors,
      ConnectorKinds connectors,
      SignInExperiences experiences,
      AccountCenters centers) {
    this.visit = visit;
    this.factors = factors;
    this.connectors = connectors;
    this.experiences = experiences;
    this.centers = centers;
  }

  @GET
  public Response show() {
    return visit.show(PATH, () -> visit.page(page()));
  }

  private Page page() {
    AccountCall call = visit.call();
    SignInExperience experience = experiences.of(call.tenant());
    List<MfaFactor> own =
        call.isShown(Part.MFA) || call.isShown(Part.PASSKEY) ? factors.list(call) : List.of();
    List<Group> groups = new ArrayList<>();
    add(groups, "account.ways", ways(experience, own));
    add(groups, "account.social", providers(experience));
    add(groups, "account.second", seconds(experience, own));
    return new AccountStep.Security(groups, centers.of(call.tenant()).deleteAccountUrl());
  }

  private static void add(List<Group> groups, String title, List<Line> lines) {
    if (!lines.isEmpty()) {
      groups.add(new Group(title, lines));
    }
  }

  private List<Line> ways(SignInExperience experience, List<MfaFactor> own) {
    User user = visit.person();
    List<Line> lines = new ArrayList<>();
    add(lines, Part.EMAIL, "email", "identifier.email", Words.orNone(user.primaryEmail()), "email");
    add(lines, Part.PHONE, "phone", "identifier.phone", Words.orNone(user.primaryPhone()), "phone");
    add(
        lines,
        Part.USERNAME,
        "person",
        "identifier.username",
        Words.orNone(user.username()),
        "username");
    add(lines, Part.PASSWORD, "lock", "field.password", present(user.hasPassword()), "password");
    long keys = own.stream().filter(factor -> factor.type() == FactorType.WebAuthn).count();
    if (keys > 0 || offersPasskeys(experience)) {
      add(
          lines,
          Part.PASSKEY,
          "passkey",
          "account.passkeys.title",
          keys == 0 ? Words.phrase("account.none") : new Words.Text(String.valueOf(keys)),
          keys == 0 ? "passkey/add" : "passkey/manage");
    }
    return lines;
  }

  private static boolean offersPasskeys(SignInExperience experience) {
    return experience.passkeySignIn().on() || experience.mfa().factors().contains(Factor.WEB_AUTHN);
  }

  private List<Line> seconds(SignInExperience experience, List<MfaFactor> own) {
    List<Line> lines = new ArrayList<>();
    boolean app = own.stream().anyMatch(factor -> factor.type() == FactorType.Totp);
    if (app || experience.mfa().factors().contains(Factor.TOTP)) {
      add(lines, Part.MFA, "totp", "mfa.factor.totp", present(app), "authenticator-app");
    }
    MfaFactor codes =
        own.stream()
            .filter(factor -> factor.type() == FactorType.BackupCode)
            .findFirst()
            .orElse(null);
    boolean others = own.stream().anyMatch(factor -> factor.type() != FactorType.BackupCode);
    if (codes != null || (others && experience.mfa().factors().contains(Factor.BACKUP_CODE))) {
      add(
          lines,
          Part.MFA,
          "backup",
          "account.codes.title",
          codes == null ? Words.phrase("account.none") : left(codes),
          codes == null ? "backup-codes/generate" : "backup-codes/manage");
    }
    return lines;
  }

  private static Words left(MfaFactor codes) {
    Integer left = codes.remainCodes();
    return new Words.Phrase("account.codes.left", Map.of("count", left == null ? 0 : left));
  }

  private List<Line> providers(SignInExperience experience) {
    AccountCall call = visit.call();
    List<Line> lines = new ArrayList<>();
    if (!call.isShown(Part.SOCIAL)) {
      return lines;
    }
    Map<String, User.Identity> linked = visit.person().identities();
    for (ConnectorKinds.Social each : connectors.buttons(call.tenant(), experience)) {
      User.Identity identity = linked.get(each.target());
      lines.add(
          new Line(
              "link",
              new Words.Text(each.name(visit.language())),
              identity == null ? Words.phrase("account.none") : known(identity),
              path(Part.SOCIAL, "social/" + each.id())));
    }
    return lines;
  }

  /** Who one is at a provider. */
  private static Words known(User.Identity identity) {
    String known = SocialLinkPage.known(identity);
    return known == null ? Words.phrase("account.set") : new Words.Text(known);
  }

  private void add(
      List<Line> lines, Part part, String icon, String nameKey, Words value, String page) {
    if (visit.call().isShown(part)) {
      lines.add(new Line(icon, Words.phrase(nameKey), value, path(part, page)));
    }
  }

  private @Nullable String path(Part part, String page) {
    return visit.call().isEditable(part) ? AccountStep.HOME + "/" + page : null;
  }

  private static Words present(boolean there) {
    return Words.phrase(there ? "account.set" : "account.none");
  }
}
