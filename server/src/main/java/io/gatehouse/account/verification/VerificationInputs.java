package io.gatehouse.account.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.proof.Template;
import io.gatehouse.platform.input.Input;
import io.gatehouse.user.Identifier;
import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bodies of what people prove. */
public interface VerificationInputs {

  /** A password in clear. */
  @Input
  record Password(@Size(min = 1, max = 1024) String password) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Password";
    }
  }

  /** The kinds of addresses; the names are those of the wire. */
  enum Kind {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("phone")
    PHONE
  }

  /** An e-mail address or a phone number. */
  @Input
  record Address(Kind type, @Size(max = 256) String value) {
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern PHONE = Pattern.compile("[0-9]+");

    public Address {
      if (!(type == Kind.EMAIL ? EMAIL : PHONE).matcher(value).matches()) {
        throw new IllegalArgumentException(
            type == Kind.EMAIL ? "value is no email address." : "value is not only digits.");
      }
    }

    Identifier identifier() {
      return type == Kind.EMAIL ? Identifier.email(value) : Identifier.phone(value);
    }
  }

  /** What a code to an address of the person's own may be for. */
  enum OwnTemplate {
    BindMfa(Template.BindMfa),
    UserPermissionValidation(Template.UserPermissionValidation);

    private final Template template;

    OwnTemplate(Template template) {
      this.template = template;
    }

    Template template() {
      return template;
    }
  }

  /** Where a code is to be sent. */
  @Input
  record Code(Address identifier, @Nullable OwnTemplate templateType) {}

  /** A code that has arrived. */
  @Input
  record TypedCode(
      Address identifier, @Size(max = 128) String verificationId, @Size(max = 64) String code) {}

  /**
   * A person is about to leave for a provider.
   *
   * @param scope asked of the provider instead of the connector's own
   */
  @Input
  record Departure(
      @Size(max = 128) String connectorId,
      @Size(max = 4096) String state,
      @Size(max = 4096) String redirectUri,
      @Nullable @Size(max = 4096) String scope) {}

  /** A person has come back. */
  @Input
  record Arrival(@Size(max = 128) String verificationRecordId, ObjectNode connectorData) {}
}
