package io.gatehouse.branding.page;

import io.gatehouse.branding.Policies.Factor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page of the second step: proving one, or setting one up. */
public sealed interface MfaStep extends Page {

  /** Where a second step is proved. */
  String PROOF = "/mfa-verification";

  /** Where one is set up. */
  String SETUP = "/mfa-binding";

  /**
   * A second step among those to choose from.
   *
   * @param address where its codes go, masked; null where that is not known yet
   */
  record Offer(Factor factor, @Nullable String address) {
    /** The word in phrase keys, and the name of the icon. */
    public String word() {
      return MfaStep.word(factor);
    }

    /** The word of forms and paths. */
    public String value() {
      return factor.wire();
    }

    /** The phrase that names it. */
    public String titleKey() {
      return "mfa.factor." + word();
    }

    /** The phrase that says what it is. */
    public String detailKey() {
      return titleKey() + ".detail";
    }
  }

  /**
   * How a page that sets something up is left without.
   *
   * @param others whether there is something else to choose
   * @param skippable whether the person may go on
   */
  record Leave(boolean others, boolean skippable) {}

  /**
   * The box by which a browser is trusted.
   *
   * @param until for how long
   * @param ticked whether the person has ticked it before
   */
  record Trust(Instant until, boolean ticked) {}

  /** Choose how to prove that it is you. */
  record Choose(List<Offer> offers, Problems problems) implements MfaStep {
    public Choose {
      offers = List.copyOf(offers);
    }
  }

  /**
   * Type a code that the person has at hand: from an app, or one that was kept.
   *
   * @param trust null where the browser may not be trusted
   */
  record HeldCode(boolean backup, boolean others, @Nullable Trust trust, Problems problems)
      implements MfaStep {
    @Override
    public String firstField() {
      return "code";
    }

    /** Where the form goes. */
    public String path() {
      return PROOF + "/" + (backup ? Factor.BACKUP_CODE : Factor.TOTP).wire();
    }
  }

  /**
   * Use a passkey.
   *
   * @param options for the browser, as JSON
   * @param alone whether it is all that is asked for
   * @param trust null where the browser may not be trusted
   */
  record Passkey(
      String options, boolean alone, boolean others, @Nullable Trust trust, Problems problems)
      implements MfaStep {
    /** Where the form goes. */
    public String path() {
      return alone ? "/sign-in/passkey" : PROOF + "/" + Factor.WEB_AUTHN.wire();
    }
  }

  /** Whether one wants a second step at all. */
  record Onboarding() implements MfaStep {}

  /**
   * Choose what to set up.
   *
   * @param suggestion whether one is set up already, and another would be good to have
   */
  record ChooseNew(List<Offer> offers, boolean suggestion, Leave leave, Problems problems)
      implements MfaStep {
    public ChooseNew {
      offers = List.copyOf(offers);
    }
  }

  /**
   * Set up an authenticator app.
   *
   * @param secret what the app must know, in base32
   * @param picture of the same as a QR code, as a {@code data:} URL
   * @param link that opens an app on the same device with it
   * @param trust null where the browser may not be trusted
   */
  record NewTotp(
      String secret,
      String picture,
      String link,
      Leave leave,
      @Nullable Trust trust,
      Problems problems)
      implements MfaStep {
    @Override
    public String firstField() {
      return "code";
    }

    /** The secret in pieces that can be read out. */
    public List<String> groups() {
      return MfaStep.groups(secret);
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "NewTotp";
    }
  }

  /** Keep a set of backup codes. */
  record NewBackupCodes(List<String> codes, Problems problems) implements MfaStep {
    public NewBackupCodes {
      codes = List.copyOf(codes);
    }

    /** All of them, a line each. */
    public String lines() {
      return String.join("\n", codes);
    }

    /** Never shows the codes. */
    @Override
    public String toString() {
      return "NewBackupCodes";
    }
  }

  /** Give an address that codes are to go to. */
  record NewAddress(IdentifierKind channel, String value, Leave leave, Problems problems)
      implements MfaStep {
    @Override
    public Set<IdentifierKind> identifiers() {
      return Set.of(channel);
    }

    @Override
    public String firstField() {
      return "identifier";
    }

    /** Where the form goes. */
    public String path() {
      return SETUP + "/" + factorOf(channel).wire();
    }

    /** The phrase that asks for it. */
    public String titleKey() {
      return "mfa.address." + channel.word();
    }

    /** What a browser may fill in. */
    public String autocomplete() {
      return channel == IdentifierKind.PHONE ? "tel" : "email";
    }
  }

  /**
   * Make a passkey.
   *
   * @param options for the browser, as JSON
   * @param alone whether it will be all that is asked for, rather than a second step
   * @param trust null where the browser may not be trusted
   */
  record NewPasskey(
      String options, boolean alone, Leave leave, @Nullable Trust trust, Problems problems)
      implements MfaStep {
    /** Where the form goes. */
    public String path() {
      return alone ? "/create-passkey" : SETUP + "/" + Factor.WEB_AUTHN.wire();
    }

    /** The phrase above it; the one below ends in {@code lead}. */
    public String titleKey() {
      return (alone ? "passkey.offer" : "mfa.new_passkey") + ".title";
    }

    /** The phrase that says what it is good for. */
    public String leadKey() {
      return (alone ? "passkey.offer" : "mfa.new_passkey") + ".lead";
    }
  }

  /** A secret in pieces that can be read out. */
  static List<String> groups(String secret) {
    return List.of(secret.split("(?<=\\G.{4})"));
  }

  private static Factor factorOf(IdentifierKind channel) {
    return channel == IdentifierKind.PHONE ? Factor.PHONE_CODE : Factor.EMAIL_CODE;
  }

  private static String word(Factor factor) {
    return switch (factor) {
      case TOTP -> "totp";
      case WEB_AUTHN -> "passkey";
      case BACKUP_CODE -> "backup";
      case EMAIL_CODE -> "email";
      case PHONE_CODE -> "phone";
    };
  }
}
