package io.gatehouse.account.page;

import io.gatehouse.account.gate.Part;
import io.gatehouse.account.profile.OwnAccount;
import io.gatehouse.account.proof.ProofError;
import io.gatehouse.account.proof.ProvedAddress;
import io.gatehouse.account.proof.Template;
import io.gatehouse.account.verification.OwnCodes;
import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.page.AccountStep;
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
    EMAIL(IdentifierType.EMAIL, IdentifierKind.EMAIL, Part.EMAIL),
    PHONE(IdentifierType.PHONE, IdentifierKind.PHONE, Part.PHONE);

    private final IdentifierType type;
    private final IdentifierKind kind;
    private final Part part;

    Address(IdentifierType type, IdentifierKind kind, Part part) {
      this.type = type;
      this.kind = kind;
      this.part = part;
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
    return visit.show(
        address.path(),
        () -> {
          mayChange(address);
          return visit.page(page(address, "", Problems.NONE));
        });
  }

  /** Sends a code to the address that is to be the person's. */
  @POST
  public Response send(@PathParam("kind") String kind, Form fields) {
    Address address = Address.of(kind);
    return visit.take(
        address.path(),
        fields,
        form -> {
          mayChange(address);
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
    return visit.show(
        address.codePath(),
        () -> {
          mayChange(address);
          return visit.page(codePage(address, underWay(address), false, Problems.NONE));
        });
  }

  /** Makes the address the person's once the code has come back. */
  @POST
  @Path("/verification-code")
  public Response verify(@PathParam("kind") String kind, Form fields) {
    Address address = Address.of(kind);
    return visit.take(
        address.path(),
        fields,
        form -> {
          mayChange(address);
          ProvedAddress proof = underWay(address);
          return visit.trying(
              () -> {
                codes.verify(visit.call(), proof.address(), proof.id(), form.compact("code"));
                return proved(address, proof);
              },
              problems -> codePage(address, proof, false, problems));
        });
  }

  private Response proved(Address address, ProvedAddress proof) {
    return visit.trying(
        () -> {
          account.setAddress(visit.call(), proof.address(), proof.id());
          return visit.done();
        },
        problems -> page(address, proof.address().value(), problems));
  }

  @POST
  @Path("/verification-code/resend")
  public Response resend(@PathParam("kind") String kind, Form fields) {
    Address address = Address.of(kind);
    return visit.take(
        address.codePath(),
        fields,
        form -> {
          mayChange(address);
          ProvedAddress proof = underWay(address);
          return sent.again(
              visit,
              proof,
              () -> {
                String id = begin(proof.address());
                return codePage(address, sent.find(visit.call().owner(), id), true, Problems.NONE);
              },
              problems -> codePage(address, proof, false, problems));
        });
  }

  @POST
  @Path("/remove")
  public Response remove(@PathParam("kind") String kind, Form fields) {
    Address address = Address.of(kind);
    return visit.take(
        address.path(),
        fields,
        form -> {
          mayChange(address);
          return visit.trying(
              () -> {
                account.removeAddress(visit.call(), address.type);
                return visit.done();
              },
              problems -> page(address, "", problems));
        });
  }

  private void mayChange(Address address) {
    visit.call().gate().edits(address.part).proved();
  }

  private ProvedAddress underWay(Address address) {
    ProvedAddress proof = sent.find(visit.call().owner(), visit.underWay());
    if (proof.address().type() != address.type || proof.template() != Template.BindNewIdentifier) {
      throw ProofError.NOT_FOUND.exception();
    }
    return proof;
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
}
