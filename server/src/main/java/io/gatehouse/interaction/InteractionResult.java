package io.gatehouse.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an interaction ended.
 *
 * @param userId who signed in, for a login
 * @param amr how, for a login [RFC 8176]
 * @param consented whether the person (or, for a first-party application, the rules) granted what
 *     was missing
 * @param organizationIds the organizations that the consent covers
 * @param direct whether the server's own pages drive this, so that no hop is needed for the browser
 *     of a custom page
 * @param error an OAuth error code that ends the authorization, such as {@code access_denied}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractionResult(
    @Nullable String userId,
    @Nullable List<String> amr,
    boolean consented,
    @Nullable List<String> organizationIds,
    boolean direct,
    @Nullable String error) {

  public static InteractionResult login(String userId, List<String> amr, boolean direct) {
    return new InteractionResult(userId, List.copyOf(amr), false, null, direct, null);
  }

  public static InteractionResult consent(List<String> organizationIds) {
    return new InteractionResult(null, null, true, List.copyOf(organizationIds), true, null);
  }

  /** The first organization of the consent. */
  public @Nullable String organization() {
    return organizationIds == null || organizationIds.isEmpty() ? null : organizationIds.getFirst();
  }

  public static InteractionResult error(String code) {
    return new InteractionResult(null, null, false, null, true, code);
  }
}
