// How the suite's browser, which runs no script, finds its way through the hosted pages.
const forHowLong = 10;

/** Waits until the page says this; `mark` tells the suite what to do with the picture of it. */
const says = (text, mark) => ['wait', 'xpath', '//*', forHowLong, text, ...(mark ? [mark] : [])];
const presses = (button, ...more) => ['click', 'xpath', `//button[${button}]`, ...more];

const shown = 'update-image-placeholder';
const shownIfAsked = 'update-image-placeholder-optional';

/** The entries of `browser` for one endpoint, person and alias of the suite. */
export function pagesOf({ endpoint, alias, person }) {
  const begins = { match: `${endpoint}/oidc/auth*` };
  const ends = { match: `${endpoint}/oidc/session/end*` };
  const signsIn = (mark) => ({
    task: 'Sign in',
    match: `${endpoint}/sign-in*`,
    optional: true,
    commands: [
      ...(mark ? [says('Sign in', mark)] : []),
      ['text', 'name', 'identifier', person.username],
      ['text', 'name', 'password', person.password],
      presses("@class='gh-button' and ancestor::form[.//input[@name='password']]"),
    ],
  });
  const consents = (decision) => ({
    task: 'Consent',
    match: `${endpoint}/consent*`,
    optional: true,
    commands: [presses(`@name='decision' and @value='${decision}'`)],
  });
  /** An answer by form post is a form; with script it would send itself. */
  const posts = { task: 'Post the answer', ...begins, optional: true, commands: [presses('ancestor::form[@data-forward]', 'optional')] };
  const arrives = {
    task: 'Arrive',
    match: `*/test/a/${alias}/callback*`,
    commands: [['wait', 'id', 'submission_complete', forHowLong]],
  };
  const way = (mark, decision = 'allow') => ({ ...begins, tasks: [signsIn(mark), consents(decision), posts, arrives] });
  const onlyShows = (task, text, match = begins.match) => ({ ...begins, tasks: [{ task, match, commands: [says(text, shown)] }] });

  const confirms = { task: 'Confirm', ...ends, optional: true, commands: [presses("@name='logout'", 'optional')] };
  const leaves = { task: 'Leave', ...ends, optional: true, commands: [['click', 'xpath', '//form[@data-forward]//button | //a[@data-after-frames]', 'optional']] };
  const isBack = { task: 'Arrive', match: `*/test/a/${alias}/post_logout_redirect*` };
  const signsOut = { ...ends, tasks: [leaves, confirms, leaves, isBack] };
  const onlyShowsOut = (text, ...before) => ({ ...ends, tasks: [...before, { task: 'Show', ...ends, commands: [says(text, shown)] }] });

  const refused = { browser: [onlyShows('Refuse', 'Something went wrong')] };
  const introduced = { browser: [onlyShows('Show', 'Sign in', `${endpoint}/sign-in*`)] };
  const asksAgain = { browser: [way(shownIfAsked)] };
  const staysIn = (text, ...before) => ({ browser: [way(), onlyShowsOut(text, ...before)] });

  return {
    browser: [way(), signsOut],
    override: {
      'oidcc-prompt-login': asksAgain,
      'oidcc-max-age-1': asksAgain,
      'oidcc-ensure-registered-redirect-uri': refused,
      'oidcc-ensure-redirect-uri-in-authorization-request': refused,
      'oidcc-redirect-uri-query-added': refused,
      'oidcc-redirect-uri-query-mismatch': refused,
      'oidcc-registration-logo-uri': introduced,
      'oidcc-registration-policy-uri': introduced,
      'oidcc-registration-tos-uri': introduced,
      'oidcc-rp-initiated-logout-bad-post-logout-redirect-uri': staysIn('Something went wrong'),
      'oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri': staysIn('Something went wrong'),
      'oidcc-rp-initiated-logout-bad-id-token-hint': staysIn('Do you want to sign out?'),
      'oidcc-rp-initiated-logout-modified-id-token-hint': staysIn('Do you want to sign out?'),
      'oidcc-rp-initiated-logout-no-id-token-hint': staysIn('Do you want to sign out?'),
      'oidcc-rp-initiated-logout-no-params': staysIn('You are signed out', confirms, leaves),
      'oidcc-rp-initiated-logout-only-state': staysIn('You are signed out', confirms, leaves),
      'oidcc-rp-initiated-logout-no-post-logout-redirect-uri': staysIn('You are signed out', leaves, confirms, leaves),
      'fapi2-security-profile-final-user-rejects-authentication': { browser: [way(undefined, 'deny')] },
      'fapi2-security-profile-final-ensure-unsigned-authorization-request-without-using-par-fails': refused,
      'fapi2-security-profile-final-par-attempt-reuse-request_uri': { browser: [{ ...way(), 'match-limit': 1 }, onlyShows('Refuse', 'Something went wrong')] },
      'fapi2-security-profile-final-par-attempt-to-use-expired-request_uri': refused,
      'fapi2-security-profile-final-par-attempt-to-use-request_uri-for-different-client': refused,
      'fapi2-security-profile-final-par-ensure-reused-request-uri-prior-to-auth-completion-succeeds': {
        browser: [{ ...onlyShows('Look', 'Sign in', `${endpoint}/sign-in*`), 'match-limit': 1 }, way()],
      },
    },
  };
}
