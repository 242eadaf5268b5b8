package io.gatehouse.interaction.step.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.step.InteractionEvent;
import io.gatehouse.interaction.step.InteractionState;
import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.VerificationRecord;
import io.gatehouse.interaction.step.Visitor;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has proved an address for a forgotten password, at the end of a sign-in. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SubmitStepTest {
  private static final Tenant TENANT =
      new Tenant(TenantId.DEFAULT, URI.create("http://localhost:3001"));

  @Inject SubmitStep submit;
  @Inject SignInExperiences experiences;
  @Inject ApiClients clients;
  @Inject People people;
  @Inject InstantSource clock;

  private ApiClient api;
  private InteractionState forgotten;

  @BeforeEach
  void prove() {
    api = clients.management();
    api.patch("/api/sign-in-exp", "{\"mfa\":{\"factors\":[\"Totp\"],\"policy\":\"Mandatory\"}}");
    String email = "f" + Ids.shortId() + "@example.org";
    User person = people.with(People.username(), email);
    api.post("/api/users/" + person.id() + "/mfa-verifications", "{\"type\":\"Totp\"}");
    VerificationRecord code =
        VerificationRecord.Code.begin(Identifier.email(email), "ForgotPassword").proved();
    forgotten =
        InteractionState.begin(InteractionEvent.FORGOT_PASSWORD).with(code).identified(person.id());
  }

  @AfterEach
  void restore() {
    api.patch("/api/sign-in-exp", "{\"mfa\":{\"factors\":[],\"policy\":\"UserControlled\"}}");
  }

  @Test
  void aForgottenPasswordEndsInNoSignIn() {
    assertEquals("session.not_supported_for_forgot_password", refusal(forgotten));
  }

  @Test
  void theAddressIsNoSecondFactorHoweverTheSignInCameAbout() {
    assertEquals(
        "session.mfa.require_mfa_verification",
        refusal(forgotten.turned(InteractionEvent.SIGN_IN)));
  }

  private String refusal(InteractionState state) {
    Journey journey = journey(state);
    return assertThrows(RequestException.class, () -> submit.submit(journey, true)).code().code();
  }

  private Journey journey(InteractionState state) {
    Instant end = clock.instant().plusSeconds(60);
    return new Journey(
        TENANT,
        new Interaction(
            Ids.token(), 1, "demo-app", null, JsonCodec.object(), "login", state.json(), null, end),
        state,
        experiences.of(TenantId.DEFAULT),
        new Visitor("127.0.0.1", "test", Map.of(), List.of(), Map.of()));
  }
}
