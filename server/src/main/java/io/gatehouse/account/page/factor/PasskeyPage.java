package io.gatehouse.account.page.factor;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.page.AccountVisit;
import io.gatehouse.account.security.FactorInputs;
import io.gatehouse.account.security.OwnFactors;
import io.gatehouse.account.verification.OwnPasskeys;
import io.gatehouse.audit.log.UserAgents;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.OwnFactorStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.credential.passkey.RegistrationAnswer;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.PasskeyAnswer;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.mfa.FactorType;
import io.gatehouse.user.mfa.MfaFactor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Have another passkey; call those that there are something else, or give them up. */
@Path(PasskeyPage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class PasskeyPage {
  static final String PATH = AccountStep.HOME + "/passkey";
  private static final String ADD = PATH + "/add";
  private static final String MANAGE = PATH + "/manage";
  private static final int LONGEST = 128;

  private final AccountVisit visit;
  private final OwnFactors factors;
  private final OwnPasskeys passkeys;

  PasskeyPage(AccountVisit visit, OwnFactors factors, OwnPasskeys passkeys) {
    this.visit = visit;
    this.factors = factors;
    this.passkeys = passkeys;
  }

  @GET
  @Path("/add")
  public Response showAdding() {
    return visit.show(ADD, this::mayAdd, () -> asking(Problems.NONE));
  }

  @POST
  @Path("/add")
  public Response add(Form form) {
    return visit.take(
        ADD,
        this::mayAdd,
        form,
        () -> {
          String asked = visit.underWay();
          return asked == null
              ? visit.go(ADD)
              : visit.trying(() -> added(form, asked), this::asking);
        });
  }

  private Response added(Form form, String asked) {
    passkeys.made(visit.call(), asked, PasskeyAnswer.read(form, RegistrationAnswer.class));
    factors.add(
        visit.call(),
        new FactorInputs.New(FactorInputs.Kind.WebAuthn, null, null, null, asked, null));
    return visit.done();
  }

  @GET
  @Path("/manage")
  public Response manage() {
    return visit.show(MANAGE, PasskeyPage::mayChange, () -> list(Problems.NONE));
  }

  @POST
  @Path("/manage/{id}/rename")
  public Response rename(@PathParam("id") String id, Form form) {
    return visit.take(
        MANAGE,
        PasskeyPage::mayChange,
        form,
        () -> {
          String name = form.line("name");
          if (name.isEmpty() || name.length() > LONGEST) {
            return visit.page(list(Problems.general(Problem.of("form.required"))));
          }
          factors.rename(visit.call(), id, name);
          return visit.go(MANAGE);
        });
  }

  @GET
  @Path("/manage/{id}/remove")
  public Response askToRemove(@PathParam("id") String id) {
    return visit.answer(
        path(id),
        PasskeyPage::mayChange,
        () -> find(id).map(key -> visit.page(removal(key))).orElseGet(() -> visit.go(MANAGE)));
  }

  @POST
  @Path("/manage/{id}/remove")
  public Response remove(@PathParam("id") String id, Form form) {
    return visit.take(
        path(id),
        PasskeyPage::mayChange,
        form,
        () -> {
          find(id).ifPresent(key -> factors.delete(visit.call(), key.id()));
          return visit.go(MANAGE);
        });
  }

  private static String path(String id) {
    return MANAGE + "/" + id + "/remove";
  }

  private Optional<OwnFactorStep.Passkey> find(String id) {
    return present().stream().filter(key -> key.id().equals(id)).findFirst();
  }

  private static void mayChange(AccountCall call) {
    call.gate().edits(Part.PASSKEY).proved();
  }

  private void mayAdd(AccountCall call) {
    mayChange(call);
    factors.require(call, Factor.WEB_AUTHN);
  }

  /** Asks the browser for a passkey; each page for something new. */
  private Page asking(Problems problems) {
    OwnPasskeys.Begun begun = passkeys.begin(visit.call());
    visit.begin(begun.proof().id());
    return new OwnFactorStep.NewPasskey(JsonCodec.text(begun.options()), problems);
  }

  private Page list(Problems problems) {
    return new OwnFactorStep.Passkeys(
        present(), factors.offers(visit.call(), Factor.WEB_AUTHN), problems);
  }

  private static Page removal(OwnFactorStep.Passkey key) {
    return new AccountStep.Removal(
        AccountStep.Thing.PASSKEY, key.words(), key.removePath(), MANAGE, Problems.NONE);
  }

  private List<OwnFactorStep.Passkey> present() {
    return factors.list(visit.call()).stream()
        .filter(factor -> factor.type() == FactorType.WebAuthn)
        .map(PasskeyPage::shown)
        .toList();
  }

  private static OwnFactorStep.Passkey shown(MfaFactor key) {
    String last = key.lastUsedAt();
    return new OwnFactorStep.Passkey(
        key.id(),
        key.name() == null ? "" : key.name(),
        words(key),
        last == null ? null : Instant.parse(last),
        Instant.parse(key.createdAt()));
  }

  /** As the person calls it, else by the browser that it was made in. */
  private static AccountStep.Words words(MfaFactor key) {
    String name = key.name();
    String agent = key.agent() == null ? null : UserAgents.named(key.agent());
    if (name != null && !name.isEmpty()) {
      return new AccountStep.Words.Text(name);
    }
    return agent == null
        ? AccountStep.Words.phrase("mfa.factor.passkey")
        : new AccountStep.Words.Text(agent);
  }
}
