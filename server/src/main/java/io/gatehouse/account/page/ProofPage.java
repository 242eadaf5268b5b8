package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.proof.ProvedAddress;
import io.gatehouse.account.proof.Template;
import io.gatehouse.account.verification.KnownPassword;
import io.gatehouse.account.verification.OwnCodes;
import io.gatehouse.branding.ConnectorKinds;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.MfaStep;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problem;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SentCode;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prove once more who one is, before what protects the account is changed. */
@Path(ProofPage.PATH)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class ProofPage {
  static final String PATH = AccountStep.HOME + "/proof";
  private static final String CODE = PATH + "/code";

  private final AccountVisit visit;
  private final KnownPassword passwords;
  private final OwnCodes codes;
  private final SentCodes sent;
  private final ConnectorKinds connectors;

  ProofPage(
      AccountVisit visit,
      KnownPassword passwords,
      OwnCodes codes,
      SentCodes sent,
      ConnectorKinds connectors) {
    this.visit = visit;
    this.passwords = passwords;
    this.codes = codes;
    this.sent = sent;
    this.connectors = connectors;
  }

  @GET
  public Response show() {
    return visit.answer(
        PATH,
        AccountVisit::anybody,
        () -> visit.call().isProved() ? onward() : visit.page(page(Problems.NONE)));
  }

  @POST
  public Response password(Form form) {
    return visit.take(
        PATH,
        AccountVisit::anybody,
        form,
        () ->
            visit.trying(
                () -> {
                  visit.keepProof(passwords.verify(visit.call(), form.text("password")).id());
                  return onward();
                },
                problems -> page(ofPassword(problems))));
  }

  /** A password that is wrong is all that is wrong: no name was typed. */
  private static Problems ofPassword(Problems problems) {
    return problems.fields().containsKey("password")
        ? Problems.field("password", Problem.of("form.password_wrong"))
        : problems;
  }

  /** Sends a code to an address of the person's own. */
  @POST
  @Path("/send")
  public Response send(Form form) {
    return visit.take(
        PATH,
        AccountVisit::anybody,
        form,
        () -> {
          Identifier to = chosen(form.text("factor"));
          return to == null
              ? visit.page(page(Problems.NONE))
              : visit.trying(() -> sent(to), this::page);
        });
  }

  private Response sent(Identifier to) {
    if (!sent.justNow(visit.call().owner(), visit.proof(), to)) {
      begin(to);
    }
    return visit.go(CODE);
  }

  private String begin(Identifier to) {
    String id = codes.send(visit.call(), to, Template.UserPermissionValidation).id();
    visit.keepProof(id);
    return id;
  }

  @GET
  @Path("/code")
  public Response showCode() {
    return visit.answer(
        CODE,
        AccountVisit::anybody,
        () -> underWay(proof -> visit.page(codePage(proof, false, Problems.NONE))));
  }

  @POST
  @Path("/code")
  public Response verify(Form form) {
    return visit.take(
        CODE,
        AccountVisit::anybody,
        form,
        () ->
            underWay(proof ->
                visit.trying(
                    () -> {
                      codes.verify(visit.call(), proof.address(), proof.id(), form.compact("code"));
                      return onward();
                    },
                    problems -> codePage(proof, false, problems))));
  }

  @POST
  @Path("/code/resend")
  public Response resend(Form form) {
    return visit.take(CODE, AccountVisit::anybody, form, () -> underWay(this::resent));
  }

  private Response resent(ProvedAddress proof) {
    return sent.again(
        visit,
        proof,
        () -> {
          String id = begin(proof.address());
          return codePage(sent.get(visit.call().owner(), id), true, Problems.NONE);
        },
        problems -> codePage(proof, false, problems));
  }

  /** Goes on with the code that is on its way; where none is, the person chooses a way first. */
  private Response underWay(Function<ProvedAddress, Response> step) {
    return sent.find(visit.call().owner(), visit.proof(), Template.UserPermissionValidation)
        .map(step)
        .orElseGet(() -> visit.go(PATH));
  }

  private Response onward() {
    return visit.go(visit.way().waiting());
  }

  private Page page(Problems problems) {
    User user = visit.person();
    AccountCall call = visit.call();
    boolean settable = !call.hasSecurityMethod() && call.isEditable(Part.PASSWORD);
    return new AccountStep.Prove(
        identifier(user), user.hasPassword(), ways(user), settable, problems);
  }

  private List<MfaStep.Offer> ways(User user) {
    ConnectorKinds.Present present = connectors.of(visit.call().tenant());
    List<MfaStep.Offer> ways = new ArrayList<>();
    if (present.email() && user.primaryEmail() != null) {
      ways.add(new MfaStep.Offer(Factor.EMAIL_CODE, user.primaryEmail()));
    }
    if (present.sms() && user.primaryPhone() != null) {
      ways.add(new MfaStep.Offer(Factor.PHONE_CODE, user.primaryPhone()));
    }
    return ways;
  }

  private @Nullable Identifier chosen(String factor) {
    return ways(visit.person()).stream()
        .filter(way -> way.value().equals(factor))
        .map(way ->
            new Identifier(
                way.factor() == Factor.EMAIL_CODE ? IdentifierType.EMAIL : IdentifierType.PHONE,
                Objects.requireNonNull(way.address())))
        .findFirst()
        .orElse(null);
  }

  /** What browsers keep a password with. */
  static String identifier(User user) {
    return Stream.of(user.primaryEmail(), user.username(), user.primaryPhone())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private Page codePage(ProvedAddress proof, boolean resent, Problems problems) {
    return sent.page(
        visit.call(),
        new SentCodes.Place(CODE, new SentCode.Link("mfa.others", PATH)),
        proof,
        resent,
        problems);
  }
}
