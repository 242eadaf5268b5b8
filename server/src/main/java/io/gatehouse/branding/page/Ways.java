package io.gatehouse.branding.page;

import java.util.List;

/**
 * The ways besides the form: connectors, and the other journey.
 *
 * @param enterprise whether people can sign in through their enterprise
 * @param passkey whether a passkey alone signs them in
 */
public record Ways(
    List<SocialButton> social,
    boolean register,
    boolean signIn,
    boolean recover,
    boolean enterprise,
    boolean passkey) {
  public static final Ways NONE = new Ways(List.of(), false, false, false, false, false);

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
