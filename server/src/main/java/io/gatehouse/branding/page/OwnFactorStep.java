package io.gatehouse.branding.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page on which people look after the passkeys and factors that protect their account. */
public sealed interface OwnFactorStep extends Page {

  /**
   * Set up an authenticator app.
   *
   * @param path where the form goes
   * @param secret what the app must know, in base32
   * @param picture of the same as a QR code, as a {@code data:} URL
   */
  record NewApp(String path, String secret, String picture, Problems problems)
      implements OwnFactorStep {
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
      return "NewApp";
    }
  }

  /** The authenticator app that there is. */
  record App() implements OwnFactorStep {}

  /**
   * Keep a set of backup codes.
   *
   * @param path where the form goes
   */
  record NewCodes(String path, List<String> codes, Problems problems) implements OwnFactorStep {
    public NewCodes {
      codes = List.copyOf(codes);
    }

    /** All of them, a line each. */
    public String lines() {
      return String.join("\n", codes);
    }

    /** The same as a field of the form brings them along. */
    public String field() {
      return String.join(" ", codes);
    }

    /** The same as a file. */
    public String file() {
      return "data:text/plain;charset=utf-8," + String.join("%0D%0A", codes) + "%0D%0A";
    }

    /** Never shows the codes. */
    @Override
    public String toString() {
      return "NewCodes";
    }
  }

  /** A backup code, used or not. */
  record KeptCode(String code, boolean used) {
    /** Never shows the code. */
    @Override
    public String toString() {
      return "KeptCode";
    }
  }

  /**
   * The backup codes that there are.
   *
   * @param renewable whether there may be others in their place
   */
  record Codes(List<KeptCode> codes, boolean renewable) implements OwnFactorStep {
    public Codes {
      codes = List.copyOf(codes);
    }
  }

  /**
   * Make a passkey.
   *
   * @param options for the browser, as JSON
   */
  record NewPasskey(String options, Problems problems) implements OwnFactorStep {}

  /**
   * A passkey of the person.
   *
   * @param name what they call it; may be empty
   * @param words what it is called on pages
   */
  record Passkey(
      String id, String name, AccountStep.Words words, @Nullable Instant usedAt, Instant madeAt) {
    /** Where it is called something else. */
    public String renamePath() {
      return AccountStep.HOME + "/passkey/manage/" + id + "/rename";
    }

    /** Where it is given up. */
    public String removePath() {
      return AccountStep.HOME + "/passkey/manage/" + id + "/remove";
    }
  }

  /**
   * The passkeys that there are.
   *
   * @param more whether another may be made
   */
  record Passkeys(List<Passkey> keys, boolean more, Problems problems) implements OwnFactorStep {
    public Passkeys {
      keys = List.copyOf(keys);
    }
  }
}
