package io.gatehouse.account.page;

import io.gatehouse.account.proof.ProofError;
import io.gatehouse.account.proof.Proofs;
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
    return visit.show(
        PATH, () -> visit.call().isProved() ? onward() : visit.page(page(Problems.NONE)));
  }

  @POST
  public Response password(Form fields) {
    return visit.take(
        PATH,
        fields,
        form ->
            visit.trying(
                () -> {
                  visit.keepProof(passwords.verify(visit.call(), form.text("password")).id());
                  return onward();
                },
                this::page));
  }

  /** Sends a code to an address of the person's own. */
  @POST
  @Path("/send")
  public Response send(Form fields) {
    return visit.take(
        PATH,
        fields,
        form -> {
          Identifier to = chosen(form.text("factor"));
          return to == null
              ? visit.page(page(Problems.NONE))
              : visit.trying(
                  () -> {
                    if (sent.justNow(visit.call().owner(), visit.proof(), to)) {
                      return visit.go(CODE);
                    }
                    visit.keepProof(send(to).id());
                    return visit.go(CODE);
                  },
                  this::page);
        });
  }

  @GET
  @Path("/code")
  public Response showCode() {
    return visit.show(CODE, () -> visit.page(codePage(underWay(), false, Problems.NONE)));
  }

  @POST
  @Path("/code")
  public Response verify(Form fields) {
    return visit.take(
        CODE,
        fields,
        form -> {
          ProvedAddress proof = underWay();
          return visit.trying(
              () -> {
                codes.verify(visit.call(), proof.address(), proof.id(), form.compact("code"));
                return onward();
              },
              problems -> codePage(proof, false, problems));
        });
  }

  @POST
  @Path("/code/resend")
  public Response resend(Form fields) {
    return visit.take(
        CODE,
        fields,
        form -> {
          ProvedAddress proof = underWay();
          return sent.again(
              visit,
              proof,
              () -> {
                String id = send(proof.address()).id();
                visit.keepProof(id);
                return codePage(sent.find(visit.call().owner(), id), true, Problems.NONE);
              },
              problems -> codePage(proof, false, problems));
        });
  }

  private Proofs.Made send(Identifier to) {
    return codes.send(visit.call(), to, Template.UserPermissionValidation);
  }

  /** The code that is on its way. */
  private ProvedAddress underWay() {
    ProvedAddress proof = sent.find(visit.call().owner(), visit.proof());
    if (proof.template() != Template.UserPermissionValidation) {
      throw ProofError.NOT_FOUND.exception();
    }
    return proof;
  }

  private Response onward() {
    return visit.go(visit.way().waiting());
  }

  private Page page(Problems problems) {
    User user = visit.person();
    return new AccountStep.Prove(identifier(user), user.hasPassword(), ways(user), problems);
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
