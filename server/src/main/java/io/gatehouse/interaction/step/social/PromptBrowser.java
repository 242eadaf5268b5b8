package io.gatehouse.interaction.step.social;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.interaction.OneTapCookie;
import io.gatehouse.interaction.step.StepError;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.tenant.Tenant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The browser that a provider's prompt was shown in: nobody can hand a credential in that another
 * browser was given.
 */
public final class PromptBrowser {
  /** Google's name for the token of its prompt, in the page and in a cookie alike. */
  private static final String PROMPT_TOKEN = "g_csrf_token";

  private PromptBrowser() {}

  /**
   * A prompt on the page itself leaves a token in the page and in a cookie; what an application's
   * prompt has handed over is in a cookie of ours.
   *
   * @param cookies the values of the request's cookies, by name
   */
  public static void require(
      Tenant tenant, ObjectNode data, Function<String, @Nullable String> cookies) {
    String token = data.path(PROMPT_TOKEN).textValue();
    if (token != null) {
      if (!same(cookies.apply(PROMPT_TOKEN), token)) {
        throw StepError.PROMPT_FORGED.exception();
      }
      return;
    }
    String credential = data.path(SocialStep.CREDENTIAL).asText();
    if (!same(cookies.apply(tenant.cookie(OneTapCookie.NAME)), credential)) {
      throw StepError.PROMPT_OF_ANOTHER_BROWSER.exception();
    }
  }

  private static boolean same(@Nullable String kept, String shown) {
    return kept != null && Digests.equal(kept, shown);
  }
}
