package io.gatehouse.oidc.authorize;

import io.gatehouse.oidc.Envelope;
import io.gatehouse.oidc.client.Client;
import io.gatehouse.oidc.client.TestClients;
import io.gatehouse.platform.crypto.EncryptionKey;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
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

class RequestObjectsFuzzTest {
  private static final Tenant TENANT =
      new Tenant(TenantId.DEFAULT, URI.create("https://id.example"));
  private static final TestClock CLOCK = new TestClock(Instant.ofEpochSecond(1_800_000_000));
  private static final SigningKey KEY = SigningKey.generate(SigningAlgorithm.ES256);
  private static final Client CLIENT = TestClients.with(KEY, List.of());
  private static final EncryptionKey OURS = EncryptionKey.generate(EncryptionKey.Type.EC);
  private static final Envelope ENVELOPE =
      new Envelope(OURS.publicJwk(), "ECDH-ES", "A128GCM", false);
  private static final Fuzz ENVELOPES = Fuzz.like(ENVELOPE.around("eyJhbGciOiJub25lIn0.e30."));
  private static final Fuzz OBJECTS =
      Fuzz.like(
          "{\"alg\":\"ES256\",\"typ\":\"oauth-authz-req+jwt\"}",
          ("{'iss':'demo-app','aud':'https://id.example/oidc','client_id':'demo-app','response_type':'code',"
                  + "'redirect_uri':'https://app.example/cb','scope':'openid','max_age':60,'exp':1800000060,"
                  + "'nbf':1800000000,'resource':['https://a','https://b'],"
                  + "'claims':{'userinfo':{'email':null}}}")
              .replace('\'', '"'),
          "{\"alg\":\"ES256\"}",
          "{\"client_id\":\"demo-app\",\"request\":\"x\"}");

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void requestObjects(@ForAll long number) {
    OBJECTS.feedTokens(number, new JwsSigner(KEY), RequestObjectsFuzzTest::open);
  }

  @Property(tries = Fuzz.DEAR_TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsEncrypted(@ForAll long number) {
    OBJECTS.feedTokens(number, new JwsSigner(KEY), object -> open(ENVELOPE.around(object)));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void envelopes(@ForAll long number) {
    ENVELOPES.feed(number, RequestObjectsFuzzTest::open);
  }

  private static void open(String object) {
    new RequestObjects(
            TestClients.keys(CLOCK), TestClients.opening(OURS), TestClients.outside(CLOCK), CLOCK)
        .open(TENANT, CLIENT, Parameters.of(Map.of("request", List.of(object))));
  }
}
