package io.gatehouse.account.gate;

import io.gatehouse.account.proof.Proofs;
import io.gatehouse.audit.Actor;
import io.gatehouse.branding.Looks;
import io.gatehouse.branding.accountcenter.AccountCenter;
import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.management.AuthError;
import io.gatehouse.management.ManagementCall;
import io.gatehouse.management.token.ShownTokens;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.bearer.Bearer;
import io.gatehouse.user.bearer.Bearers;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The request at hand: whose account it is about, and what of it the tenant opens. */
@RequestScoped
public class AccountCall {
  /** The header that names a proof. */
  public static final String PROOF = "logto-verification-id";

  private final ManagementCall request;
  private final ShownTokens tokens;
  private final Bearers bearers;
  private final AccountCenters centers;
  private final Proofs proofs;
  private @Nullable Bearer bearer;
  private @Nullable String proof;
  private @Nullable String language;

  AccountCall(
      ManagementCall request,
      ShownTokens tokens,
      Bearers bearers,
      AccountCenters centers,
      Proofs proofs) {
    this.request = request;
    this.tokens = tokens;
    this.bearers = bearers;
    this.centers = centers;
    this.proofs = proofs;
  }

  /** Lets only those through who may look after their own account here. */
  void authenticate() {
    Bearer found =
        bearers
            .find(tenant(), tokens.of(request.request(), currentTenant()))
            .orElseThrow(AuthError.UNAUTHORIZED::exception);
    if (!found.scopes().has(Scopes.OPENID)) {
      throw AuthError.FORBIDDEN.exception();
    }
    requireEnabled();
    bearer = found;
    proof = request.request().getHeader(PROOF);
  }

  /**
   * The same for our own pages, whose browser is signed in.
   *
   * @param person who that is, with every scope
   * @param proof what they have proved in this browser, if anything
   * @param language in which the pages speak to them
   */
  public void enter(Bearer person, @Nullable String proof, String language) {
    requireEnabled();
    this.bearer = person;
    this.proof = proof;
    this.language = language;
  }

  /** Ends the request where the tenant has switched all of this off. */
  public void requireEnabled() {
    if (!centers.of(tenant()).enabled()) {
      throw AccountError.NOT_ENABLED.exception();
    }
  }

  /** Begins the checks of an operation. */
  public Gate gate() {
    return new Gate(this);
  }

  public TenantId tenant() {
    return request.tenant();
  }

  public Tenant currentTenant() {
    return request.currentTenant();
  }

  /** Who calls, by which application. */
  public Bearer bearer() {
    return Optional.ofNullable(bearer).orElseThrow();
  }

  /** Whose account it is. */
  public String userId() {
    return bearer().person().user().id();
  }

  /** The same as the owner of proofs. */
  public Proofs.Owner owner() {
    return new Proofs.Owner(tenant(), userId());
  }

  /** The same as who changes something. */
  public Actor actor() {
    return new Actor(Actor.Kind.User, userId(), request.ip(), request.requestId());
  }

  /** Whether the tenant shows people this part. */
  public boolean isShown(Part part) {
    return part.isShown(fields());
  }

  /** Whether the tenant lets people change this part. */
  public boolean isEditable(Part part) {
    return part.isEditable(fields());
  }

  /** Whether the person has anything to prove with who they are. */
  public boolean hasSecurityMethod() {
    User user = bearer().person().user();
    return user.hasPassword() || user.primaryEmail() != null || user.primaryPhone() != null;
  }

  /** The language of messages to the person. */
  public String language(Looks.LanguageInfo info) {
    if (language != null) {
      return language;
    }
    List<String> wanted = request.languages();
    return wanted.isEmpty() || !info.autoDetect() ? info.fallbackLanguage() : wanted.getFirst();
  }

  /** The request itself: its page, query, languages and origin. */
  public ManagementCall request() {
    return request;
  }

  public @Nullable String userAgent() {
    return request.request().getHeader("User-Agent");
  }

  /** The headers, names in lower case. */
  public Map<String, String> headers() {
    return request.request().headers().entries().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (first, second) -> first));
  }

  AccountCenter.Fields fields() {
    return centers.of(tenant()).fields();
  }

  /** Whether the person has proved anew who they are. */
  public boolean isProved() {
    return proofs.permits(owner(), proof);
  }
}
