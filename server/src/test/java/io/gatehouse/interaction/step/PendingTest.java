package io.gatehouse.interaction.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.HashMethod;
import io.gatehouse.credential.PasswordHash;
import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.interaction.step.PendingMfa.BackupCodes;
import io.gatehouse.interaction.step.PendingMfa.Totp;
import io.gatehouse.interaction.step.PendingProfile.SocialIdentity;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.mfa.NewPasskey;
import io.gatehouse.user.sso.SsoIdentity;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a sign-in gathers: each piece leaves the others as they are, in whichever order it comes.
 */
class PendingTest {
  private static final ObjectNode SAID = JsonCodec.object().put("id", "7");

  @Test
  void factors() {
    Totp app = new Totp("sealed", 1L);
    BackupCodes codes = new BackupCodes("sealed");
    NewPasskey key =
        new NewPasskey(
            new Passkey("id", "key", 0, List.of(), true, false), "localhost", null, null);
    PendingMfa all = new PendingMfa(true, true, true, true, true, app, List.of(key), codes);
    assertEquals(
        all,
        PendingMfa.EMPTY
            .enabled()
            .skipped()
            .withoutSuggestion()
            .withoutPasskey()
            .trustingDevice()
            .with(app)
            .with(key)
            .with(codes));
    assertEquals(
        all,
        PendingMfa.EMPTY
            .with(codes)
            .with(key)
            .with(key)
            .with(app)
            .trustingDevice()
            .withoutPasskey()
            .withoutSuggestion()
            .skipped()
            .enabled());
  }

  @Test
  void profile() {
    PasswordHash password = new PasswordHash(HashMethod.ARGON2I, "hash");
    SocialIdentity social = new SocialIdentity("github", SAID);
    SsoIdentity enterprise = new SsoIdentity("c", "urn:idp", "7", SAID);
    PendingProfile all =
        new PendingProfile(
            "ann", "a@b.example", "33123", "Ann", "p", password, social, enterprise, SAID, SAID);
    assertEquals(
        all,
        PendingProfile.EMPTY
            .with(Identifier.username("ann"))
            .with(Identifier.email("a@b.example"))
            .with(Identifier.phone("33123"))
            .withLooks("Ann", "p")
            .with(password)
            .with(social)
            .with(enterprise)
            .withExtra(SAID, SAID));
    assertEquals(
        all,
        PendingProfile.EMPTY
            .withExtra(SAID, SAID)
            .with(enterprise)
            .with(social)
            .with(password)
            .withLooks("Ann", null)
            .withLooks(null, "p")
            .with(Identifier.phone("33123"))
            .with(Identifier.email("a@b.example"))
            .with(Identifier.username("ann")));
  }
}
