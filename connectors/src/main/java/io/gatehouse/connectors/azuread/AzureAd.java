package io.gatehouse.connectors.azuread;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.AuthorizationRequest;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.Outside;
import io.gatehouse.connectors.SocialUserInfo;
import io.gatehouse.connectors.client.AuthorizationUri;
import io.gatehouse.connectors.client.Dialect;
import io.gatehouse.connectors.client.IdTokenRules;
import io.gatehouse.connectors.client.IdTokens;
import io.gatehouse.connectors.client.OAuthConnector;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sign-in with an account at Microsoft: of one organization, of any, or a personal one. */
public final class AzureAd extends OAuthConnector {
  private static final String WORLD = "https://login.microsoftonline.com";
  private static final List<String> PROMPTS = List.of("none", "login", "consent", "select_account");

  /** National clouds have a Microsoft Graph of their own. */
  private static final Map<String, String> GRAPHS =
      Map.of(
          "login.microsoftonline.us", "https://graph.microsoft.us",
          "login.partner.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn",
          "login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn");

  /** The names under which Microsoft lets in people of more than one organization. */
  private static final Set<String> OPEN = Set.of("common", "organizations");

  /** The tenant in which Microsoft keeps personal accounts, whose addresses it has verified. */
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

  private final IdTokens idTokens = new IdTokens();

  public AzureAd() {
    super(dialect(URI.create(WORLD), "common"));
  }

  private static String authority(URI cloud, String tenant) {
    return cloud.toString().replaceAll("/+$", "") + "/" + tenant;
  }

  private static Dialect dialect(URI cloud, String tenant) {
    String authority = authority(cloud, tenant);
    String graph = GRAPHS.getOrDefault(cloud.getHost(), "https://graph.microsoft.com");
    return Dialect.at(
            authority + "/oauth2/v2.0/authorize",
            authority + "/oauth2/v2.0/token",
            graph + "/v1.0/me")
        .withScope("User.Read");
  }

  @Override
  protected Client client(Fields in, Dialect usual) {
    URI cloud =
        in.optionalText("cloudInstance") == null ? URI.create(WORLD) : in.url("cloudInstance");
    String tenant = in.text("tenantId");
    if (!tenant.matches("[A-Za-z0-9.-]*")) {
      in.refuse("tenantId", "Must be an id, a domain, or one of Microsoft's names for many.");
    }
    String prompts = String.join(" ", in.texts("prompts", PROMPTS));
    return new Client(
        dialect(cloud, tenant),
        in.text("clientId"),
        in.text("clientSecret"),
        in.optionalText("scopes"),
        Map.of(
            "prompt",
            prompts,
            "open",
            String.valueOf(OPEN.contains(tenant)),
            "keys",
            authority(cloud, tenant) + "/discovery/v2.0/keys"));
  }

  /** Beside what Graph wants, an ID token, which alone tells whether an address is verified. */
  @Override
  protected AuthorizationUri authorization(
      AuthorizationRequest request, Client client, Outside outside) {
    AuthorizationUri address = super.authorization(request, client, outside);
    String scope = request.scopeOr(client.scopeOrUsual());
    return address.with("scope", withIdToken(scope)).with("prompt", client.setting("prompt"));
  }

  private static String withIdToken(@Nullable String scope) {
    var scopes = new LinkedHashSet<>(List.of("openid", "profile", "email"));
    if (scope != null) {
      scopes.addAll(Arrays.asList(scope.strip().split("\\s+")));
    }
    return String.join(" ", scopes);
  }

  /**
   * In an organization's own tenant its administrators answer for addresses. Where any organization
   * may come, some other one's administrators could write whatever they like there: then only an
   * address counts that Microsoft itself vouches for.
   */
  @Override
  protected SocialUserInfo user(Grant grant, Client client, Outside outside) {
    SocialUserInfo user = super.user(grant, client, outside);
    if (!Boolean.parseBoolean(client.setting("open"))) {
      return user;
    }
    String email = vouchedFor(grant.tokens().idToken(), client, outside);
    return new SocialUserInfo(
        user.id(), email, user.phone(), user.name(), user.avatar(), user.rawData());
  }

  private @Nullable String vouchedFor(@Nullable String idToken, Client client, Outside outside) {
    if (idToken == null) {
      return null;
    }
    var rules = new IdTokenRules(outside.endpoint(client.setting("keys")), List.of(), client.id());
    JsonNode claims = idTokens.verify(idToken, rules, outside);
    JsonNode verified = claims.path("xms_edov");
    boolean vouched =
        PERSONAL.equals(claims.path("tid").asText())
            || Set.of("1", "true").contains(verified.asText());
    return vouched ? claims.path("email").textValue() : null;
  }

  @Override
  protected SocialUserInfo profile(Fields in, JsonNode raw) {
    return new SocialUserInfo(
        in.text("id"), in.optionalText("mail"), null, in.optionalText("displayName"), null, raw);
  }
}
