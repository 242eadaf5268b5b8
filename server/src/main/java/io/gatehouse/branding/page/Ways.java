package io.gatehouse.branding.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways besides the form: connectors, and the other journey.
 *
 * @param enterprise whether people can sign in through their enterprise
 * @param passkeys how a passkey alone signs them in
 * @param prompt null where the page has none
 */
public record Ways(
    List<SocialButton> social,
    boolean register,
    boolean signIn,
    boolean recover,
    boolean enterprise,
    Passkeys passkeys,
    @Nullable Prompt prompt) {
  public static final Ways NONE =
      new Ways(List.of(), false, false, false, false, Passkeys.NONE, null);

  /**
   * Google's own prompt, in which people pick their account without leaving the page.
   *
   * @param settings for its script, as JSON
   */
  public record Prompt(String settings) {}

  /**
   * How passkeys are met at the entrance.
   *
   * @param link whether a link leads to their page
   * @param fillIn whether browsers offer them where the identifier is typed
   */
  public record Passkeys(boolean link, boolean fillIn) {
    public static final Passkeys NONE = new Passkeys(false, false);
  }

  public Ways {
    social = List.copyOf(social);
  }

  /** Buttons shown at once. */
  public List<SocialButton> first() {
    return social.size() <= SHOWN + 1 ? social : social.subList(0, SHOWN);
  }

  /** Buttons behind <em>More ways</em>. */
  public List<SocialButton> more() {
    return social.size() <= SHOWN + 1 ? List.of() : social.subList(SHOWN, social.size());
  }

  private static final int SHOWN = 6;
}
