package io.gatehouse.account.page;

import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.Part;
import io.gatehouse.account.profile.OwnAccount;
import io.gatehouse.account.proof.ProvedAddress;
import io.gatehouse.account.proof.Template;
import io.gatehouse.account.verification.OwnCodes;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.AccountStep;
import io.gatehouse.branding.page.AccountStep.Thing;
import io.gatehouse.branding.page.AccountStep.Words;
import io.gatehouse.branding.page.IdentifierKind;
import io.gatehouse.branding.page.Page;
import io.gatehouse.branding.page.Problems;
import io.gatehouse.branding.page.SentCode;
import io.gatehouse.interaction.form.Form;
import io.gatehouse.interaction.form.Remarks;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.gatehouse.user.UserKeys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Have another e-mail address or phone number, once a code has proved it, or none any more. */
@Path("/account/{kind:email|phone}")
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
class AddressPage {
  private final AccountVisit visit;
  private final OwnAccount account;
  private final OwnCodes codes;
  private final SentCodes sent;

  AddressPage(AccountVisit visit, OwnAccount account, OwnCodes codes, SentCodes sent) {
    this.visit = visit;
    this.account = account;
    this.codes = codes;
    this.sent = sent;
  }

  /** Which of the two it is about. */
  private enum Address {
    EMAIL(IdentifierType.EMAIL, IdentifierKind.EMAIL, Part.EMAIL, Thing.EMAIL),
    PHONE(IdentifierType.PHONE, IdentifierKind.PHONE, Part.PHONE, Thing.PHONE);

    private final IdentifierType type;
    private final IdentifierKind kind;
    private final Part part;
    private final Thing thing;

    Address(IdentifierType type, IdentifierKind kind, Part part, Thing thing) {
      this.type = type;
      this.kind = kind;
      this.part = part;
      this.thing = thing;
    }

    static Address of(String word) {
      return word.equals("email") ? EMAIL : PHONE;
    }

    String path() {
      return AccountStep.HOME + "/" + kind.word();
    }

    String codePath() {
      return path() + "/verification-code";
    }

    String removePath() {
      return path() + "/remove";
    }

    void mayChange(AccountCall call) {
      call.gate().edits(part).proved();
    }

    @Nullable String of(User user) {
      return this == EMAIL ? user.primaryEmail() : user.primaryPhone();
    }

    /** What was typed, or null where it cannot be one. */
    @Nullable Identifier read(String typed) {
      if (this == EMAIL) {
        return UserKeys.looksLikeEmail(typed) ? Identifier.email(typed) : null;
      }
      return UserKeys.looksLikePhone(typed) ? Identifier.phone(UserKeys.phone(typed)) : null;
    }
  }

  @GET
  public Response show(@PathParam("kind") String kind) {
    Address address = Address.of(kind);
    return visit.show(address.path(), address::mayChange, () -> page(address, "", Problems.NONE));
  }

  /** Sends a code to the address that is to be the person's. */
  @POST
  public Response send(@PathParam("kind") String kind, Form form) {
    Address address = Address.of(kind);
    return visit.take(
        address.path(),
        address::mayChange,
        form,
        () -> {
          String typed = form.line("identifier");
          Identifier wanted = address.read(typed);
          return wanted == null
              ? visit.page(page(address, typed, Remarks.identifier(typed, List.of(address.type))))
              : visit.trying(
                  () -> sent(address, wanted), problems -> page(address, typed, problems));
        });
  }

  private Response sent(Address address, Identifier wanted) {
    if (!sent.justNow(visit.call().owner(), visit.underWay(), wanted)) {
      begin(wanted);
    }
    return visit.go(address.codePath());
  }

  private String begin(Identifier wanted) {
    String id = codes.send(visit.call(), wanted, Template.BindNewIdentifier).id();
    visit.begin(id);
    return id;
  }

  @GET
  @Path("/verification-code")
  public Response showCode(@PathParam("kind") String kind) {
    Address address = Address.of(kind);
    return visit.answer(
        address.codePath(),
        address::mayChange,
        () ->
            underWay(address, proof -> visit.page(codePage(address, proof, false, Problems.NONE))));
  }

  /** Makes the address the person's once the code has come back. */
  @POST
  @Path("/verification-code")
  public Response verify(@PathParam("kind") String kind, Form form) {
    Address address = Address.of(kind);
    return visit.take(
        address.codePath(),
        address::mayChange,
        form,
        () ->
            underWay(
                address,
                proof ->
                    visit.trying(
                        () -> verified(address, proof, form.compact("code")),
                        problems -> codePage(address, proof, false, problems))));
  }

  private Response verified(Address address, ProvedAddress proof, String code) {
    codes.verify(visit.call(), proof.address(), proof.id(), code);
    return visit.trying(
        () -> {
          account.setAddress(visit.call(), proof.address(), proof.id());
          return visit.done();
        },
        problems -> page(address, proof.address().value(), problems));
  }

  @POST
  @Path("/verification-code/resend")
  public Response resend(@PathParam("kind") String kind, Form form) {
    Address address = Address.of(kind);
    return visit.take(
        address.codePath(),
        address::mayChange,
        form,
        () -> underWay(address, proof -> resent(address, proof)));
  }

  private Response resent(Address address, ProvedAddress proof) {
    return sent.again(
        visit,
        proof,
        () -> {
          String id = begin(proof.address());
          return codePage(address, sent.get(visit.call().owner(), id), true, Problems.NONE);
        },
        problems -> codePage(address, proof, false, problems));
  }

  /** Goes on with the code that is on its way; where none is, the person asks for one first. */
  private Response underWay(Address address, Function<ProvedAddress, Response> step) {
    return sent.find(visit.call().owner(), visit.underWay(), Template.BindNewIdentifier)
        .filter(proof -> proof.address().type() == address.type)
        .map(step)
        .orElseGet(() -> visit.go(address.path()));
  }

  @GET
  @Path("/remove")
  public Response askToRemove(@PathParam("kind") String kind) {
    Address address = Address.of(kind);
    return visit.answer(
        address.removePath(),
        address::mayChange,
        () ->
            address.of(visit.person()) == null
                ? visit.go(address.path())
                : visit.page(removal(address, Problems.NONE)));
  }

  @POST
  @Path("/remove")
  public Response remove(@PathParam("kind") String kind, Form form) {
    Address address = Address.of(kind);
    return visit.take(
        address.removePath(),
        address::mayChange,
        form,
        () -> account.removeAddress(visit.call(), address.type),
        problems -> removal(address, problems));
  }

  private Page page(Address address, String typed, Problems problems) {
    return new AccountStep.Identify(address.kind, address.of(visit.person()), typed, problems);
  }

  private Page codePage(Address address, ProvedAddress proof, boolean resent, Problems problems) {
    return sent.page(
        visit.call(),
        new SentCodes.Place(address.codePath(), SentCode.Link.change(address.kind, address.path())),
        proof,
        resent,
        problems);
  }

  private Page removal(Address address, Problems problems) {
    return new AccountStep.Removal(
        address.thing,
        Words.orNone(address.of(visit.person())),
        address.removePath(),
        address.path(),
        problems);
  }
}
