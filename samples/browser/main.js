// A single-page application: PKCE, no secret, tokens in the browser's storage.
import LogtoClient from '@logto/browser';

const { endpoint, appId, resource, apiUrl } = window.settings;
const client = new LogtoClient({
  endpoint,
  appId,
  scopes: ['email', 'read:books'],
  resources: resource ? [resource] : [],
});

const show = (id, visible) => document.getElementById(id).toggleAttribute('hidden', !visible);
const report = (value) => {
  document.getElementById('result').textContent = JSON.stringify(value);
};
const onClick = (id, action) =>
  document.getElementById(id).addEventListener('click', async () => {
    report(null);
    try {
      report(await action());
    } catch (refused) {
      report({ error: refused.message, code: refused.code });
    }
  });

if (await client.isSignInRedirected(window.location.href)) {
  await client.handleSignInCallback(window.location.href);
  window.history.replaceState({}, '', '/');
}

const signedIn = await client.isAuthenticated();
show('nobody', !signedIn);
show('somebody', signedIn);
if (signedIn) document.getElementById('sub').textContent = (await client.getIdTokenClaims()).sub;

onClick('sign-in', () => client.signIn(`${window.location.origin}/callback`));
onClick('sign-out', () => client.signOut(`${window.location.origin}/`));
onClick('user-info', () => client.fetchUserInfo());
onClick('refresh', async () => {
  const before = await client.getRefreshToken();
  await client.clearAccessToken();
  const accessToken = await client.getAccessToken();
  return { accessToken, rotated: before !== (await client.getRefreshToken()) };
});
onClick('books', async () => {
  const token = await client.getAccessToken(resource);
  const answer = await fetch(`${apiUrl}/books`, { headers: { Authorization: `Bearer ${token}` } });
  return answer.json();
});

document.documentElement.dataset.ready = 'true';
