package io.gatehouse.application.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.application.consent.ConsentScopesInput;
import io.gatehouse.application.protocol.GrantType;
import io.gatehouse.application.protocol.ResponseTypeShape;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.ShapedBy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether clients may register themselves with a tenant, and what they may be.
 *
 * @param access who may
 * @param grantTypes what they may use at the token endpoint
 * @param responseTypes what they may ask of the authorization endpoint
 * @param consentScopes what they may ask people for, where they are somebody else's
 * @param redirectHosts where they may send people back to; a name that begins with {@code *.}
 *     stands for all below it, and none at all for anywhere
 * @param thirdParty whether people are asked before such a client gets anything
 * @param perHour how many clients one network may register in an hour
 * @param statementIssuers who may vouch for software [RFC 7591 §2.3]
 * @param requireStatement whether a client must bring a statement of one of them
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationPolicy(
    boolean enabled,
    @Nullable @NullAllowed Access access,
    @Nullable @NullAllowed List<GrantType> grantTypes,
    @Nullable @NullAllowed List<@ShapedBy(ResponseTypeShape.class) String> responseTypes,
    @Nullable @NullAllowed ConsentScopesInput consentScopes,
    @Nullable @NullAllowed @Size(max = 100) List<@Size(min = 1, max = 255) String> redirectHosts,
    @Nullable @NullAllowed Boolean thirdParty,
    @Nullable @NullAllowed @Min(1) @Max(10_000) Integer perHour,
    @Nullable @NullAllowed @Size(max = 20) List<StatementIssuer> statementIssuers,
    @Nullable @NullAllowed Boolean requireStatement) {
  /** A tenant that never said anything. */
  public static final RegistrationPolicy OFF =
      new RegistrationPolicy(false, null, null, null, null, null, null, null, null, null);

  private static final int USUAL_PER_HOUR = 20;

  /** Who may register a client. */
  public enum Access {
    /** Anybody. */
    @JsonProperty("open")
    OPEN,
    /** Who shows a token that an administrator has made. */
    @JsonProperty("initial_access_token")
    INITIAL_ACCESS_TOKEN
  }

  public RegistrationPolicy {
    access = access == null ? Access.INITIAL_ACCESS_TOKEN : access;
    grantTypes =
        grantTypes == null
            ? List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN)
            : List.copyOf(grantTypes);
    responseTypes = responseTypes == null ? List.of("code") : List.copyOf(responseTypes);
    consentScopes = consentScopes == null ? ConsentScopesInput.USUAL : consentScopes;
    redirectHosts = redirectHosts == null ? List.of() : List.copyOf(redirectHosts);
    thirdParty = !Boolean.FALSE.equals(thirdParty);
    perHour = perHour == null ? USUAL_PER_HOUR : perHour;
    statementIssuers = statementIssuers == null ? List.of() : List.copyOf(statementIssuers);
  }

  public boolean asksToken() {
    return access == Access.INITIAL_ACCESS_TOKEN;
  }

  public boolean allows(GrantType type) {
    return grantTypes != null && grantTypes.contains(type);
  }

  /** A response type as the specifications write it. */
  public boolean allowsResponse(String type) {
    return responseTypes != null && responseTypes.contains(type);
  }

  /** Whether people may be sent back to this host; null for an address without one. */
  public boolean allowsHost(@Nullable String host) {
    if (redirectHosts == null || redirectHosts.isEmpty()) {
      return true;
    }
    if (host == null) {
      return false;
    }
    String wanted = host.toLowerCase(Locale.ROOT);
    return redirectHosts.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .anyMatch(each ->
            each.startsWith("*.") ? wanted.endsWith(each.substring(1)) : wanted.equals(each));
  }

  /** {@link #thirdParty} without its third value. */
  public boolean asksStatement() {
    return Boolean.TRUE.equals(requireStatement);
  }

  /** Who this issuer of software statements is, where the tenant trusts it. */
  public Optional<StatementIssuer> vouching(String issuer) {
    return Objects.requireNonNull(statementIssuers).stream()
        .filter(each -> each.issuer().equals(issuer))
        .findFirst();
  }

  public boolean asksConsent() {
    return !Boolean.FALSE.equals(thirdParty);
  }

  /** {@link #perHour}, which the constructor has made sure of. */
  public int limit() {
    return Objects.requireNonNull(perHour);
  }

  /** {@link #consentScopes}, which the constructor has made sure of. */
  public ConsentScopesInput askable() {
    return Objects.requireNonNull(consentScopes);
  }
}
