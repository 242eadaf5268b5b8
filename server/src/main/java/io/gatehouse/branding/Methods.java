package io.gatehouse.branding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.platform.input.Input;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of the settings that say who may prove what, and how. */
public final class Methods {
  private Methods() {}

  /** How people with an account sign in. */
  @Input
  public record SignIn(List<Method> methods) {
    /** The method for a kind of identifier. */
    public Optional<Method> of(IdentifierType type) {
      return methods.stream().filter(method -> method.identifier() == type).findFirst();
    }
  }

  /** By what a kind of identifier is proved. */
  @Input
  public record Method(
      IdentifierType identifier,
      boolean password,
      boolean verificationCode,
      boolean isPasswordPrimary) {}

  /** What a new account needs. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SignUp(
      List<IdentifierType> identifiers,
      boolean password,
      boolean verify,
      @Nullable List<Secondary> secondaryIdentifiers) {
    /** The further identifiers, or none. */
    public List<Secondary> secondary() {
      return secondaryIdentifiers == null ? List.of() : secondaryIdentifiers;
    }
  }

  /** A further identifier that a new account needs. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Secondary(SignUpIdentifier identifier, @Nullable Boolean verify) {}

  /** The kinds of identifiers, and the choice between two of them. */
  public enum SignUpIdentifier {
    @JsonProperty("username")
    USERNAME("username"),
    @JsonProperty("email")
    EMAIL("email"),
    @JsonProperty("phone")
    PHONE("phone"),
    @JsonProperty("emailOrPhone")
    EMAIL_OR_PHONE("emailOrPhone");

    private final String wire;

    SignUpIdentifier(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }

    /** The same kind. */
    public static SignUpIdentifier of(IdentifierType type) {
      return valueOf(type.name());
    }
  }

  /** What holds for people who come from a social provider. */
  @Input
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SocialSignIn(
      @Nullable Boolean automaticAccountLinking, @Nullable Boolean skipRequiredIdentifiers) {
    public boolean linksAutomatically() {
      return Boolean.TRUE.equals(automaticAccountLinking);
    }

    public boolean skipsRequired() {
      return Boolean.TRUE.equals(skipRequiredIdentifiers);
    }
  }
}
