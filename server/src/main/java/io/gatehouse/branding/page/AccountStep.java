package io.gatehouse.branding.page;

import io.gatehouse.branding.page.Page.PasswordRules;
import io.gatehouse.branding.page.Page.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page on which people look after their own account. */
public sealed interface AccountStep extends Page {

  /** Where they begin. */
  String HOME = "/account";

  /** What a page says of the account: words of ours, or a text that is somebody's. */
  sealed interface Words {
    /** A phrase of the hosted pages. */
    record Phrase(String key, Map<String, ?> values) implements Words {
      public Phrase {
        values = Map.copyOf(values);
      }
    }

    /** A text as it is. */
    record Text(String text) implements Words {}

    static Words phrase(String key) {
      return new Phrase(key, Map.of());
    }

    /** The text, or that there is none. */
    static Words orNone(@Nullable String text) {
      return text == null || text.isEmpty() ? phrase("account.none") : new Text(text);
    }
  }

  /**
   * A part of the account.
   *
   * @param icon beside its name
   * @param value what it is at the moment
   * @param path where it is changed; null where it only can be read
   */
  record Line(String icon, Words name, @Nullable Words value, @Nullable String path) {}

  /**
   * Parts that belong together.
   *
   * @param titleKey the phrase above them
   */
  record Group(String titleKey, List<Line> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /** Where everything begins: who one is, and what there is to look after. */
  record Home(Person person, List<Line> lines, String signOut, @Nullable String deletion)
      implements AccountStep {
    public Home {
      lines = List.copyOf(lines);
    }
  }

  /** What one signs in with. */
  record Security(List<Group> groups, @Nullable String deletion) implements AccountStep {
    public Security {
      groups = List.copyOf(groups);
    }
  }

  /**
   * What is known of the person.
   *
   * @param fields what can be changed
   * @param lines what only can be read
   */
  record Profile(List<Field> fields, List<Line> lines, Problems problems) implements AccountStep {
    public Profile {
      fields = List.copyOf(fields);
      lines = List.copyOf(lines);
    }

    @Override
    public List<Field> ownFields() {
      return fields;
    }

    @Override
    public String firstField() {
      return problems.isEmpty() || fields.isEmpty() ? "" : fields.getFirst().name();
    }
  }

  /**
   * Have a picture.
   *
   * @param person with the picture of the moment
   * @param most megabytes of a file
   */
  record Picture(Person person, long most, Problems problems) implements AccountStep {}

  /**
   * Take along all that is kept about oneself.
   *
   * @param file where it is
   */
  record Data(String file) implements AccountStep {}

  /**
   * Prove once more who one is.
   *
   * @param identifier for which browsers keep the password
   * @param password whether there is one
   * @param ways addresses that a code can be sent to
   * @param settable whether a first password may be set without
   */
  record Prove(
      String identifier,
      boolean password,
      List<MfaStep.Offer> ways,
      boolean settable,
      Problems problems)
      implements AccountStep {
    public Prove {
      ways = List.copyOf(ways);
    }

    @Override
    public String firstField() {
      return "password";
    }

    /** The phrase that says what it is about. */
    public String leadKey() {
      if (password || !ways.isEmpty()) {
        return "account.prove.lead";
      }
      return settable ? "account.prove.impossible" : "account.prove.nothing";
    }
  }

  /**
   * Have an address, a number or a username.
   *
   * @param present what the account has of the kind at the moment
   * @param value what was typed
   */
  record Identify(IdentifierKind kind, @Nullable String present, String value, Problems problems)
      implements AccountStep {
    @Override
    public Set<IdentifierKind> identifiers() {
      return Set.of(kind);
    }

    @Override
    public String firstField() {
      return "identifier";
    }

    /** Where the form goes. */
    public String path() {
      return HOME + "/" + kind.word();
    }

    /** Where it is given up. */
    public String removePath() {
      return path() + "/remove";
    }

    /** The phrase that asks for it. */
    public String titleKey() {
      return "account." + kind.word() + (present == null ? ".add" : ".change");
    }

    /** The phrase of the button that gives it up. */
    public String removeKey() {
      return "account." + kind.word() + ".remove";
    }

    /** Whether a code proves it. */
    public boolean proved() {
      return kind != IdentifierKind.USERNAME;
    }

    /** What a browser may fill in. */
    public String autocomplete() {
      return switch (kind) {
        case EMAIL -> "email";
        case PHONE -> "tel";
        case USERNAME -> "username";
      };
    }
  }

  /**
   * Choose a password.
   *
   * @param replaces whether there is one
   */
  record Password(String identifier, boolean replaces, PasswordRules rules, Problems problems)
      implements AccountStep {
    @Override
    public String firstField() {
      return "password";
    }
  }

  /** What is done with an account at a provider. */
  enum Linking {
    /** There is none yet. */
    LINK,
    /** There is one. */
    CHANGE;

    /** The word in phrases. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Link an account at a provider.
   *
   * @param path of the provider's page
   * @param known who one is there
   */
  record Social(
      SocialButton provider, String path, Linking doing, @Nullable String known, Problems problems)
      implements AccountStep {

    /** Whether there is an account to be given up. */
    public boolean linked() {
      return doing == Linking.CHANGE;
    }

    /** Where the form goes. */
    public String action() {
      return linked() ? path + "/change" : path;
    }

    /** Where it is given up. */
    public String removePath() {
      return path + "/remove";
    }

    /** The phrase above it; the others end in {@code lead} and {@code submit}. */
    public String titleKey() {
      return "account.social." + doing.word() + ".title";
    }

    /** The phrase of the button. */
    public String submitKey() {
      return "account.social." + doing.word() + ".submit";
    }

    /** The phrase that says what comes of it. */
    public String leadKey() {
      return "account.social." + doing.word() + ".lead";
    }
  }

  /** A browser that the person is signed in with. */
  record Browser(String id, Words name, @Nullable String address, Instant since, boolean current) {
    /** Where one signs out of it. */
    public String endPath() {
      return endPath(id);
    }

    /** The same of the browser of this id. */
    public static String endPath(String id) {
      return HOME + "/sessions/" + id + "/end";
    }
  }

  /** An application that has access. */
  record Granted(String id, String name, Instant until) {
    /** Where it is taken back. */
    public String revokePath() {
      return revokePath(id);
    }

    /** The same of the grant of this id. */
    public static String revokePath(String id) {
      return HOME + "/sessions/grants/" + id + "/revoke";
    }
  }

  /** A browser that is not asked for the second step. */
  record Device(String id, Words name, Instant until, boolean current) {
    /** Where it is asked again. */
    public String removePath() {
      return HOME + "/sessions/devices/" + id + "/remove";
    }
  }

  /** The browsers that one trusts. */
  record Devices(List<Device> all, boolean editable) {
    public Devices {
      all = List.copyOf(all);
    }
  }

  /** Where one is signed in, which browsers one trusts, and which applications have access. */
  record Sessions(List<Browser> browsers, Devices devices, List<Granted> grants, boolean editable)
      implements AccountStep {
    public Sessions {
      browsers = List.copyOf(browsers);
      grants = List.copyOf(grants);
    }
  }

  /** What can be given up or ended. */
  enum Thing {
    EMAIL("email", "account.remove"),
    PHONE("phone", "account.remove"),
    USERNAME("username", "account.remove"),
    APP("app", "account.remove"),
    CODES("codes", "account.remove"),
    PASSKEY("passkeys", "account.remove"),
    IDENTITY("social", "account.social.remove.submit"),
    BROWSER("sessions", "sign_out.submit"),
    GRANT("grants", "account.grants.remove");

    private final String word;
    private final String submitKey;

    Thing(String word, String submitKey) {
      this.word = word;
      this.submitKey = submitKey;
    }
  }

  /**
   * Be sure before something is given up or ended.
   *
   * @param subject which one it is
   * @param path where the form goes
   * @param back where it stays
   */
  record Removal(Thing thing, Words subject, String path, String back, Problems problems)
      implements AccountStep {

    /** The phrase above it. */
    public String titleKey() {
      return "account." + thing.word + ".remove";
    }

    /** The phrase that says what comes of it. */
    public String leadKey() {
      return titleKey() + ".lead";
    }

    /** The phrase of the button. */
    public String submitKey() {
      return thing.submitKey;
    }
  }

  /**
   * It is done.
   *
   * @param next where to go on
   */
  record Done(String next) implements AccountStep {}
}
