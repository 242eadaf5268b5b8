package io.gatehouse.oidc.backchannel;

import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.application.protocol.ApplicationProtocol;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.TestClients;
import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Parameters;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.Fuzz;
import io.gatehouse.testing.TestClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Signed requests to people elsewhere that are almost right. */
class SignedBackchannelFuzzTest {
  private static final Tenant TENANT =
      new Tenant(TenantId.DEFAULT, URI.create("https://id.example"));
  private static final TestClock CLOCK = new TestClock(Instant.ofEpochSecond(1_800_000_000));
  private static final SigningKey KEY = SigningKey.generate(SigningAlgorithm.ES256);
  private static final EncryptionKey OURS = EncryptionKey.generate(EncryptionKey.Type.EC);
  private static final Client CLIENT =
      TestClients.with(
          new JWKSet(KEY.publicJwk()),
          List.of(),
          JsonCodec.read(
              "{\"backchannelAuthenticationRequestSigningAlg\":\"ES256\"}",
              ApplicationProtocol.class));
  private static final Fuzz REQUESTS =
      Fuzz.like(
          "{\"alg\":\"ES256\",\"kid\":\"" + KEY.kid() + "\"}",
          ("{'iss':'demo-app','aud':'https://id.example/oidc','jti':'j','iat':1800000000,'nbf':1800000000,"
                  + "'exp':1800000060,'scope':'openid','login_hint':'mira','binding_message':'W4SCT',"
                  + "'requested_expiry':60,'acr_values':'a b','user_code':'1234'}")
              .replace('\'', '"'));

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void requests(@ForAll long number) {
    SignedBackchannelRequests requests =
        new SignedBackchannelRequests(TestClients.keys(CLOCK), TestClients.opening(OURS), CLOCK);
    REQUESTS.feedTokens(
        number,
        new JwsSigner(KEY),
        request ->
            requests.open(TENANT, CLIENT, Parameters.of(Map.of("request", List.of(request)))));
  }
}
