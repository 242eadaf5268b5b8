package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountError;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.security.OwnFactors;
import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.Policies.Factor;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one signs in with, and where each of it is changed. */
@Path(SecurityPage.PATH)
@RunOnVirtualThread
class SecurityPage {
  static final String PATH = AccountStep.HOME + "/security";
  private static final List<Part> OF_SECURITY =
      List.of(
          Part.EMAIL,
          Part.PHONE,
          Part.USERNAME,
          Part.PASSWORD,
          Part.PASSKEY,
          Part.SOCIAL,
          Part.MFA);

  private final AccountVisit visit;
  private final OwnFactors factors;
  private final ConnectorKinds connectors;
  private final EnterpriseLines enterprises;
  private final SignInExperiences experiences;
  private final AccountCenters centers;

  SecurityPage(
      AccountVisit visit,
      OwnFactors factors,
      ConnectorKinds connectors,
      EnterpriseLines enterprises,
      SignInExperiences experiences,
      AccountCenters centers) {
    this.visit = visit;
    this.factors = factors;
    this.connectors = connectors;
    this.enterprises = enterprises;
    this.experiences = experiences;
    this.centers = centers;
  }

  @GET
  public Response show() {
    return visit.show(PATH, SecurityPage::mayRead, this::page);
  }

  private static void mayRead(AccountCall call) {
    if (!isShown(call)) {
      throw AccountError.FIELD_NOT_ENABLED.exception();
    }
  }

  /** Whether the tenant shows any of it. */
  static boolean isShown(AccountCall call) {
    return OF_SECURITY.stream().anyMatch(call::isShown);
  }

  private Page page() {
    AccountCall call = visit.call();
    List<MfaFactor> own =
        call.isShown(Part.MFA) || call.isShown(Part.PASSKEY) ? factors.list(call) : List.of();
    List<Group> groups = new ArrayList<>();
    add(groups, "account.ways", ways(own));
    add(groups, "account.social", providers());
    add(groups, "account.second", seconds(own));
    return new AccountStep.Security(groups, centers.of(call.tenant()).deleteAccountUrl());
  }

  private static void add(List<Group> groups, String title, List<Line> lines) {
    if (!lines.isEmpty()) {
      groups.add(new Group(title, lines));
    }
  }

  private List<Line> ways(List<MfaFactor> own) {
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
    if (keys > 0 || factors.offers(visit.call(), Factor.WEB_AUTHN)) {
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

  private List<Line> seconds(List<MfaFactor> own) {
    List<Line> lines = new ArrayList<>();
    boolean app = own.stream().anyMatch(factor -> factor.type() == FactorType.Totp);
    if (app || factors.offers(visit.call(), Factor.TOTP)) {
      add(lines, Part.MFA, "totp", "mfa.factor.totp", present(app), "authenticator-app");
    }
    MfaFactor codes =
        own.stream()
            .filter(factor -> factor.type() == FactorType.BackupCode)
            .findFirst()
            .orElse(null);
    boolean others = own.stream().anyMatch(factor -> factor.type() != FactorType.BackupCode);
    if (codes != null || (others && factors.offers(visit.call(), Factor.BACKUP_CODE))) {
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

  private List<Line> providers() {
    AccountCall call = visit.call();
    if (!call.isShown(Part.SOCIAL)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    Map<String, User.Identity> linked = new TreeMap<>(visit.person().identities());
    for (ConnectorKinds.Social each :
        connectors.buttons(call.tenant(), experiences.of(call.tenant()))) {
      User.Identity identity = linked.remove(each.target());
      lines.add(
          provider(
              each.name(visit.language()),
              identity == null ? Words.phrase("account.none") : known(identity),
              "social/" + each.id()));
    }
    // What the tenant no longer offers can still be given up.
    linked.forEach((target, identity) ->
        lines.add(
            provider(
                connectors.name(call.tenant(), target, visit.language()),
                known(identity),
                "social/" + target + "/remove")));
    lines.addAll(enterprises.of(visit));
    return lines;
  }

  private Line provider(String name, Words value, String page) {
    return new Line("link", new Words.Text(name), value, path(Part.SOCIAL, page));
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
