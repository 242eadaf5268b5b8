package io.gatehouse.branding.page;

import io.gatehouse.branding.page.context.Pictures;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything a hosted page can show, one record a page, holding only what that page says. */
public sealed interface Page
    permits Page.Step,
        Page.Ending,
        Page.Passage,
        Page.Demo,
        SentCode,
        MfaStep,
        DeviceStep,
        BackchannelStep,
        SignOutStep,
        AccountStep,
        OwnFactorStep {

  /** What is wrong with what was sent. */
  default Problems problems() {
    return Problems.NONE;
  }

  /** What its identifier field takes; empty when it has none. */
  default Set<IdentifierKind> identifiers() {
    return Set.of();
  }

  /** The field to type in first. */
  default String firstField() {
    return "";
  }

  /** Whether everybody sees it alike, in the same looks and language. */
  default boolean alike() {
    return false;
  }

  /** The fields of the tenant's own that it has. */
  default List<Field> ownFields() {
    return List.of();
  }

  /** Whether Google's prompt may appear on it. */
  default boolean prompts() {
    return false;
  }

  /** Addresses of others that it shows in frames. */
  default List<String> frames() {
    return List.of();
  }

  /** A page of signing in or creating an account, up to the application's consent. */
  sealed interface Step extends Page {}

  /** A page from which only a new beginning leads on. */
  sealed interface Ending extends Page {}

  /** A page that goes on by itself. */
  sealed interface Passage extends Page permits Onward, FormPost {}

  /** How a page asks for consent to the tenant's terms. */
  enum Terms {
    /** It does not. */
    NONE,
    /** By a sentence: going on is accepting. */
    NOTICE,
    /** By a box that must be ticked. */
    CHECKBOX
  }

  /** Which journey a step belongs to; its word is the first part of the path. */
  enum Flow {
    SIGN_IN("sign-in"),
    REGISTER("register"),
    FORGOT_PASSWORD("forgot-password"),
    CONTINUE("continue");

    private final String path;

    Flow(String path) {
      this.path = path;
    }

    /** The first segment of the path. */
    public String path() {
      return path;
    }
  }

  /** Sign in, or register: a form, connectors' buttons, or both. */
  sealed interface Entrance extends Step {
    @Override
    Set<IdentifierKind> identifiers();

    /** What was typed. */
    String identifier();

    @Override
    default boolean alike() {
      return identifier().isEmpty() && problems().isEmpty();
    }

    /** How the terms are accepted. */
    Terms terms();

    /** What there is besides the form. */
    Ways ways();

    /**
     * Not where something has just failed: a prompt that picks by itself would go round for ever.
     */
    @Override
    default boolean prompts() {
      return ways().prompt() != null && problems().isEmpty();
    }

    /** Whether the buttons share the form, because its box must be ticked for them too. */
    default boolean together() {
      return terms() == Terms.CHECKBOX && !identifiers().isEmpty() && !ways().social().isEmpty();
    }

    /** How the terms appear among buttons that stand alone. */
    default String socialTerms() {
      return identifiers().isEmpty() ? terms().name() : Terms.NONE.name();
    }
  }

  /**
   * Sign in. Without identifiers there are only the connectors' buttons.
   *
   * @param askPassword false for identifier first
   */
  record SignIn(
      Set<IdentifierKind> identifiers,
      boolean askPassword,
      String identifier,
      Terms terms,
      Ways ways,
      Problems problems)
      implements Entrance {
    @Override
    public String firstField() {
      return identifier.isEmpty() || !askPassword ? "identifier" : "password";
    }

    /** Whether browsers offer passkeys where the identifier is typed. */
    public boolean fillIn() {
      return ways.passkeys().fillIn() && !identifiers.isEmpty();
    }

    /** What a browser may fill in. */
    public String autocomplete() {
      // HTML §4.10.18.7.1: webauthn comes last.
      return fillIn() ? "username webauthn" : "username";
    }
  }

  /** The password, after the identifier. */
  record Password(
      String identifier, boolean orCode, boolean orPasskey, boolean recover, Problems problems)
      implements Step {
    @Override
    public String firstField() {
      return "password";
    }
  }

  /** Accept the terms before an account is made of what a provider or an address has proved. */
  record AcceptTerms(Problems problems) implements Step {
    @Override
    public String firstField() {
      return "terms";
    }
  }

  /** Sign in through one's enterprise, which the address tells. */
  record SingleSignOn(String identifier, Terms terms, Problems problems) implements Step {
    @Override
    public Set<IdentifierKind> identifiers() {
      return Set.of(IdentifierKind.EMAIL);
    }

    @Override
    public String firstField() {
      return "identifier";
    }
  }

  /** Choose one of an enterprise's providers. */
  record ChooseEnterprise(String email, List<SocialButton> connectors) implements Step {
    public ChooseEnterprise {
      connectors = List.copyOf(connectors);
    }
  }

  /** Create an account. */
  record Register(
      Set<IdentifierKind> identifiers,
      @Nullable PasswordRules password,
      String identifier,
      Terms terms,
      Ways ways,
      Problems problems)
      implements Entrance {
    @Override
    public String firstField() {
      return identifier.isEmpty() || password == null ? "identifier" : "password";
    }
  }

  /** What the page says about a new password; the policy itself is elsewhere. */
  record PasswordRules(int minLength, int minKinds, boolean notLeaked, boolean notPersonal) {}

  /** Choose a password: at registration, after a social sign-in, or a forgotten one. */
  record NewPassword(Flow flow, String identifier, PasswordRules rules, Problems problems)
      implements Step {
    @Override
    public String firstField() {
      return "password";
    }

    /** Where the form goes. */
    public String path() {
      return flow == Flow.FORGOT_PASSWORD
          ? "/forgot-password/reset"
          : "/" + flow.path() + "/password";
    }

    /** Whether an old password is replaced. */
    public boolean reset() {
      return flow == Flow.FORGOT_PASSWORD;
    }
  }

  /** Give what the account still lacks after a sign-in elsewhere. */
  record Continue(
      Set<IdentifierKind> missing, String value, @Nullable String connectorName, Problems problems)
      implements Step {
    @Override
    public Set<IdentifierKind> identifiers() {
      return missing;
    }

    @Override
    public String firstField() {
      return "identifier";
    }

    /** Where the form goes. */
    public String path() {
      return "/continue/"
          + (missing.size() > 1 ? "emailOrPhone" : missing.iterator().next().word());
    }

    /** The phrase that says what is asked for. */
    public String leadKey() {
      return "missing.lead."
          + (missing.size() > 1 ? "email_or_phone" : missing.iterator().next().word());
    }

    /** What a browser may fill in. */
    public String autocomplete() {
      return switch (missing.size() > 1 ? IdentifierKind.EMAIL : missing.iterator().next()) {
        case EMAIL -> "email";
        case PHONE -> "tel";
        case USERNAME -> "username";
      };
    }
  }

  /** Answer what the tenant asks newcomers besides. */
  record ExtraProfile(List<Field> fields, Problems problems) implements Step {
    public ExtraProfile {
      fields = List.copyOf(fields);
    }

    @Override
    public List<Field> ownFields() {
      return fields;
    }

    @Override
    public String firstField() {
      return fields.isEmpty() ? "" : fields.getFirst().name();
    }
  }

  /** Ask for a code to a forgotten password's owner. */
  record ForgotPassword(Set<IdentifierKind> identifiers, String identifier, Problems problems)
      implements Step {
    @Override
    public String firstField() {
      return "identifier";
    }
  }

  /**
   * Sign in by a link from a message.
   *
   * @param other who is signed in at the moment, if that is somebody else
   */
  record OneTimeToken(String email, @Nullable Person other) implements Step {}

  /**
   * A social newcomer whose address belongs to an account.
   *
   * @param known the address, masked
   * @param create whether a separate account is allowed
   */
  record LinkAccount(
      SocialButton connector, Person person, String known, boolean create, Problems problems)
      implements Step {
    /** Where the form goes. */
    public String path() {
      return "/social/link/" + connector.connector();
    }
  }

  /** Who a page is about. */
  record Person(String name, @Nullable String detail, @Nullable String avatar) {
    /** Stands in for a missing avatar. */
    public String initials() {
      return new SocialButton("", name, null, null).initials();
    }
  }

  /** Who asks for access. */
  record Client(
      String name, Pictures logo, String host, @Nullable String terms, @Nullable String privacy) {}

  /** One thing the client will be able to do. */
  record Permission(String title, @Nullable String detail) {}

  /** What it will be able to do at one resource. */
  record PermissionsAt(String resource, List<Permission> permissions) {}

  /** An organization to choose. */
  record Choice(String id, String name) {}

  /** Allow a third-party application, or not. */
  record Consent(
      Client client,
      Person person,
      List<Permission> permissions,
      List<PermissionsAt> resources,
      List<Choice> organizations)
      implements Step {
    /** Whether the choice is a list of rows rather than a select. */
    public boolean fewOrganizations() {
      return organizations.size() <= 4;
    }
  }

  /** Something ended here. The text is the catalogue's. */
  record Failure(Problem problem, @Nullable String restart) implements Ending {
    /** The phrase above it: the general one, but for a link from a message. */
    public String titleKey() {
      return problem.code().startsWith("one_time_token.") ? "link_in.over" : "failure.title";
    }
  }

  /** An application asked for an address to return to that is not registered. */
  record RefusedRedirect(String uri, @Nullable String clientName, String clientId)
      implements Ending {}

  /** A page of an interaction that is over, or was never there. */
  record UnknownSession(@Nullable String restart) implements Ending {}

  /**
   * There is no such page.
   *
   * @param home where people begin who are in the middle of nothing
   */
  record NotFound(@Nullable String home) implements Ending {}

  /** The account is suspended. */
  record AccountSuspended() implements Ending {}

  /**
   * The application is not for this person.
   *
   * @param signOut ends the session, so that somebody else can sign in
   */
  record NoAccess(String signOut) implements Ending {}

  /** Goes on within the server from a page of its own; a button where there is no script. */
  record Onward(String path, Map<String, String> fields) implements Passage {}

  /** The demo application. */
  record Demo() implements Page {}
}
