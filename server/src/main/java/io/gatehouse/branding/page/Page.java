package io.gatehouse.branding.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything a hosted page can show, one record a page, holding only what that page says. */
public sealed interface Page {

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

  /** Addresses of others that it shows in frames. */
  default List<String> frames() {
    return List.of();
  }

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

  /**
   * The ways besides the form: connectors, and the other journey.
   *
   * @param enterprise whether people can sign in through their enterprise
   */
  record Ways(
      List<SocialButton> social,
      boolean register,
      boolean signIn,
      boolean recover,
      boolean enterprise) {
    public static final Ways NONE = new Ways(List.of(), false, false, false, false);

    public Ways {
      social = List.copyOf(social);
    }

    /** Buttons shown at once. */
    public List<SocialButton> first() {
      return social.size() <= SHOWN + 1 ? social : social.subList(0, SHOWN);
    }

    /** Buttons behind <em>More ways</em>. */
    public List<SocialButton> more() {
      return social.size() <= SHOWN + 1 ? List.of() : social.subList(SHOWN, social.size());
    }

    private static final int SHOWN = 6;
  }

  /** Sign in, or register: a form, connectors' buttons, or both. */
  sealed interface Entrance extends Page {
    @Override
    Set<IdentifierKind> identifiers();

    /** How the terms are accepted. */
    Terms terms();

    /** What there is besides the form. */
    Ways ways();

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
  }

  /** The password, after the identifier. */
  record Password(String identifier, boolean orCode, boolean recover, Problems problems)
      implements Page {
    @Override
    public String firstField() {
      return "password";
    }
  }

  /** Accept the terms before an account is made of what a provider or an address has proved. */
  record AcceptTerms(Problems problems) implements Page {
    @Override
    public String firstField() {
      return "terms";
    }
  }

  /** Sign in through one's enterprise, which the address tells. */
  record SingleSignOn(String identifier, Terms terms, Problems problems) implements Page {
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
  record ChooseEnterprise(String email, List<SocialButton> connectors) implements Page {
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
      implements Page {
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

  /**
   * Type the code that was sent.
   *
   * @param sentTo where, as the person typed it or masked
   * @param resent whether a new one was just asked for
   * @param orPassword whether the password page is another way
   */
  record Code(
      Flow flow,
      IdentifierKind channel,
      String sentTo,
      Duration validFor,
      boolean resent,
      boolean orPassword,
      Problems problems)
      implements Page {
    @Override
    public String firstField() {
      return "code";
    }

    /** Where the form goes. */
    public String path() {
      return "/" + flow.path() + "/verification-code";
    }

    /** The phrase that tells where to look. */
    public String titleKey() {
      return "code.title." + channel.word();
    }

    /** The phrase that offers another address. */
    public String changeKey() {
      return "code.change." + channel.word();
    }

    /** Where the request for another code goes. */
    public String resendPath() {
      return path() + "/resend";
    }

    /** Where another address can be given. */
    public String backPath() {
      return flow == Flow.CONTINUE ? "/continue/" + channel.word() : "/" + flow.path();
    }
  }

  /** Give what the account still lacks after a sign-in elsewhere. */
  record Continue(
      Set<IdentifierKind> missing, String value, @Nullable String connectorName, Problems problems)
      implements Page {
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

  /** What a field of a form takes. */
  enum FieldKind {
    TEXT,
    NUMBER,
    DATE,
    CHECKBOX,
    SELECT,
    URL;

    /** The type of its input. */
    public String input() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A field that the tenant has thought of.
   *
   * @param label what the tenant calls it; empty where it has a name that everybody knows
   * @param member what the answer is called in a profile
   * @param least the shortest text, the smallest number
   */
  record Field(
      String name,
      FieldKind kind,
      String label,
      String member,
      @Nullable String description,
      boolean required,
      @Nullable String placeholder,
      String value,
      @Nullable String least,
      @Nullable String most,
      List<Choice> choices) {
    public Field {
      choices = List.copyOf(choices);
    }

    /** What a browser may fill in. */
    public String autocomplete() {
      return switch (member) {
        case "name" -> "name";
        case "givenName" -> "given-name";
        case "middleName" -> "additional-name";
        case "familyName" -> "family-name";
        case "nickname" -> "nickname";
        case "birthdate" -> "bday";
        case "gender" -> "sex";
        case "website", "profile" -> "url";
        case "streetAddress" -> "street-address";
        case "locality" -> "address-level2";
        case "region" -> "address-level1";
        case "postalCode" -> "postal-code";
        case "country" -> "country-name";
        default -> "on";
      };
    }
  }

  /** Answer what the tenant asks newcomers besides. */
  record ExtraProfile(List<Field> fields, Problems problems) implements Page {
    public ExtraProfile {
      fields = List.copyOf(fields);
    }

    @Override
    public String firstField() {
      return fields.isEmpty() ? "" : fields.getFirst().name();
    }
  }

  /** Ask for a code to a forgotten password's owner. */
  record ForgotPassword(Set<IdentifierKind> identifiers, String identifier, Problems problems)
      implements Page {
    @Override
    public String firstField() {
      return "identifier";
    }
  }

  /** Sign in by a link from a message. */
  record OneTimeToken(String email) implements Page {}

  /**
   * A social newcomer whose address belongs to an account.
   *
   * @param known the address, masked
   * @param create whether a separate account is allowed
   */
  record LinkAccount(
      SocialButton connector, Person person, String known, boolean create, Problems problems)
      implements Page {
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

  /** An organization to choose. */
  record Choice(String id, String name) {}

  /** Allow a third-party application, or not. */
  record Consent(
      Client client, Person person, List<Permission> permissions, List<Choice> organizations)
      implements Page {
    /** Whether the choice is a list of rows rather than a select. */
    public boolean fewOrganizations() {
      return organizations.size() <= 4;
    }
  }

  /** Something ended here. The heading is the general one, the text the catalogue's. */
  record Failure(Problem problem, @Nullable String restart) implements Page {}

  /** An application asked for an address to return to that is not registered. */
  record RefusedRedirect(String uri, @Nullable String clientName, String clientId)
      implements Page {}

  /** A page of an interaction that is over, or was never there. */
  record UnknownSession(@Nullable String restart) implements Page {}

  /** The demo application. */
  record Demo() implements Page {}

  /** The account is suspended. */
  record AccountSuspended() implements Page {}

  /**
   * The application is not for this person.
   *
   * @param signOut ends the session, so that somebody else can sign in
   */
  record NoAccess(String signOut) implements Page {}

  /** Ask before ending the session: the request did not prove where it came from. */
  record SignOutConfirm(String xsrf, @Nullable String personName) implements Page {}

  /** Signed out, and nowhere to return to. */
  record SignedOut(@Nullable String backTo) implements Page {}

  /** Sends the confirmation of a sign-out by itself; a button where there is no script. */
  record LogoutForward(String xsrf) implements Page {}

  /** Lets applications know that the browser is signed out, each in a frame, and goes on. */
  record FrontchannelLogout(List<String> frames, String next) implements Page {
    public FrontchannelLogout {
      frames = List.copyOf(frames);
    }
  }

  /**
   * Type the code that a device shows.
   *
   * @param userCode as it was typed before
   */
  record DeviceCode(String userCode, String xsrf, Problems problems) implements Page {
    @Override
    public String firstField() {
      return "user_code";
    }
  }

  /** Compare the code with the device's, and let the application on it in. */
  record DeviceConfirm(String userCode, String appName, String xsrf) implements Page {}

  /** The device is connected. */
  record DeviceDone() implements Page {}

  /**
   * Let an application in that waits elsewhere.
   *
   * @param message what the application shows there
   * @param request what the link of the e-mail held
   */
  record BackchannelDecision(String appName, @Nullable String message, String request, String xsrf)
      implements Page {}

  /** Somebody has decided about an application that waits elsewhere. */
  record BackchannelDone(boolean allowed) implements Page {
    /** The phrase that says what was decided. */
    public String titleKey() {
      return allowed ? "backchannel.allowed.title" : "backchannel.denied.title";
    }

    /** The phrase that says what happens now. */
    public String leadKey() {
      return allowed ? "backchannel.allowed.lead" : "backchannel.denied.lead";
    }
  }

  /** An application no longer waits. */
  record BackchannelOver() implements Page {}

  /** An application waits for somebody else. */
  record BackchannelStranger() implements Page {}

  /**
   * Plays a device, to try the flow.
   *
   * @param address where somebody types the code
   */
  record DeviceDemo(String address) implements Page {}

  /** Goes on within the server from a page of its own; a button where there is no script. */
  record Onward(String path, Map<String, String> fields) implements Page {}

  /** Hands the answer to the application by POST (`response_mode=form_post`). */
  record FormPost(String redirectUri, Map<String, String> fields) implements Page {}
}
