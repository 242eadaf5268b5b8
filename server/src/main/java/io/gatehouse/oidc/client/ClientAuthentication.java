package io.gatehouse.oidc.client;

import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.application.authentication.AuthenticationMethod;
import io.gatehouse.application.authentication.CertificateName;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.certificate.ShownCertificate;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import jakarta.inject.Singleton;
import java.security.cert.CertificateException;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which client calls, and has it prove that: {@code client_secret_basic}, {@code
 * client_secret_post}, {@code client_secret_jwt}, {@code private_key_jwt}, a certificate, or {@code
 * none} for public clients. Any secret that has not expired will do, unless the application keeps
 * to one method.
 *
 * <p>Source: [RFC 6749 §2.3](https://www.rfc-editor.org/rfc/rfc6749#section-2.3)
 */
@Singleton
public class ClientAuthentication {
  private final Clients clients;
  private final ClientAssertions assertions;
  private final ClientKeys keys;
  private final InstantSource clock;

  ClientAuthentication(
      Clients clients, ClientAssertions assertions, ClientKeys keys, InstantSource clock) {
    this.clients = clients;
    this.assertions = assertions;
    this.keys = keys;
    this.clock = clock;
  }

  /** The client, how it proved that, and the name of the secret it showed (for the log). */
  public record Authenticated(
      Client client, AuthenticationMethod method, @Nullable String secretName) {}

  /**
   * The client of the request.
   *
   * @throws OAuthException invalid_request, invalid_client
   */
  public Authenticated authenticate(Tenant tenant, Shown shown, Parameters parameters) {
    Authenticated caller = prove(tenant, shown, parameters);
    if (!caller.client().authentication().accepts(caller.method())) {
      throw refused("this client must authenticate by another method");
    }
    return caller;
  }

  private Authenticated prove(Tenant tenant, Shown shown, Parameters parameters) {
    String authorization = shown.authorization();
    if (parameters.has("client_assertion") || parameters.has("client_assertion_type")) {
      return byAssertion(tenant, authorization, parameters);
    }
    Credentials credentials = credentials(authorization, parameters);
    Client client =
        clients.find(tenant, credentials.id()).orElseThrow(() -> refused("client not found"));
    if (!client.confidential()) {
      if (credentials.secret() != null && authorization != null) {
        throw refused("this client must not authenticate with a secret");
      }
      return new Authenticated(client, AuthenticationMethod.NONE, null);
    }
    AuthenticationMethod only = client.authentication().method();
    if (credentials.secret() == null && only != null && only.byCertificate()) {
      return byCertificate(client, only, shown);
    }
    if (credentials.secret() == null) {
      throw refused("client authentication must be provided");
    }
    return new Authenticated(
        client,
        authorization == null
            ? AuthenticationMethod.CLIENT_SECRET_POST
            : AuthenticationMethod.CLIENT_SECRET_BASIC,
        matching(client, credentials.secret()).name());
  }

  /**
   * The certificate is the client's by the name in it, where a trusted authority issued it, or
   * because the client published it. [RFC 8705 §2.1, §2.2]
   */
  private Authenticated byCertificate(Client client, AuthenticationMethod method, Shown shown) {
    ShownCertificate certificate =
        shown.certificate().get().orElseThrow(() -> refused("a certificate must be shown"));
    CertificateName name = client.authentication().certificateName();
    boolean own =
        method == AuthenticationMethod.TLS_CLIENT_AUTH
            ? certificate.trusted() && name != null && name.in(certificate.certificate())
            : keys.published(client, certificate);
    if (!own) {
      throw refused("the certificate is not this client's");
    }
    try {
      certificate.certificate().checkValidity(Date.from(clock.instant()));
    } catch (CertificateException e) {
      throw refused("the certificate is not valid now");
    }
    return new Authenticated(client, method, null);
  }

  private Authenticated byAssertion(
      Tenant tenant, @Nullable String authorization, Parameters parameters) {
    String sent = parameters.required("client_assertion");
    if (!ClientAssertions.TYPE.equals(parameters.required("client_assertion_type"))) {
      throw OAuthError.INVALID_REQUEST.because(
          "client_assertion_type must be " + ClientAssertions.TYPE);
    }
    if (authorization != null || parameters.has("client_secret")) {
      throw OAuthError.INVALID_REQUEST.because(
          "client authentication must only be provided using one mechanism");
    }
    SentJws assertion = ClientAssertions.parse(sent);
    String id = ClientAssertions.subject(assertion);
    String named = parameters.get("client_id");
    if (named != null && !named.equals(id)) {
      throw OAuthError.INVALID_REQUEST.because("mismatch of client_id and client_assertion");
    }
    Client client =
        clients
            .find(tenant, id)
            .filter(Client::confidential)
            .orElseThrow(() -> refused("client not found"));
    ClientAssertions.Proof proof = assertions.verify(tenant, client, assertion);
    return new Authenticated(client, proof.method(), proof.secretName());
  }

  private record Credentials(@Nullable String id, @Nullable String secret) {}

  private static Credentials credentials(@Nullable String authorization, Parameters parameters) {
    String id = parameters.get("client_id");
    String secret = parameters.get("client_secret");
    if (authorization == null) {
      if (id == null) {
        throw OAuthError.INVALID_REQUEST.because("no client authentication mechanism provided");
      }
      return new Credentials(id, secret);
    }
    BasicCredentials basic = BasicCredentials.parse(authorization);
    if (id != null && !id.equals(basic.id())) {
      throw OAuthError.INVALID_REQUEST.because("mismatch in body and authorization client ids");
    }
    // "The client MUST NOT use more than one authentication method in each request" [RFC 6749 §2.3]
    if (secret != null) {
      throw OAuthError.INVALID_REQUEST.because(
          "client authentication must only be provided using one mechanism");
    }
    return new Credentials(basic.id(), basic.secret());
  }

  private ApplicationSecret matching(Client client, String secret) {
    ApplicationSecret match = null;
    for (ApplicationSecret candidate : client.secrets()) {
      // Every candidate is compared, so that the time tells nothing.
      if (Digests.equal(candidate.value(), secret)) {
        match = candidate;
      }
    }
    if (match == null) {
      throw refused("invalid secret provided");
    }
    if (match.expired(clock.instant())) {
      throw OAuthError.INVALID_REQUEST.because("client secret has expired");
    }
    return match;
  }

  private static OAuthException refused(String why) {
    return OAuthError.INVALID_CLIENT.because("client authentication failed: " + why);
  }
}
