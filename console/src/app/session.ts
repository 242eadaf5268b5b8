import LogtoClient, { UserScope, type IdTokenClaims } from '@logto/browser';

const adminTenant = 'admin';
const base = '/console';

/** The audience of a tenant's Management API. */
export const managementApi = (tenantId: string) => `https://${tenantId}.logto.app/api`;

/** The audience of the API of the administrators' own accounts. */
export const meApi = `https://${adminTenant}.logto.app/me`;

/** The Console is an application of the admin tenant like any other: code flow with PKCE by the published SDK. */
const client = new LogtoClient({
  endpoint: window.location.origin,
  appId: 'admin-console',
  resources: [managementApi('default'), meApi],
  scopes: [UserScope.Email, UserScope.Phone, UserScope.CustomData, UserScope.Identities, 'all'],
});

const callback = `${window.location.origin}${base}/callback`;
const wanted = 'gatehouse-wanted';

export type Administrator = Pick<IdTokenClaims, 'sub' | 'name' | 'username' | 'picture' | 'email'>;

/** Sends the browser to the sign-in page; afterwards it comes back to where it is now. */
export async function signIn(options: { register?: boolean } = {}): Promise<never> {
  sessionStorage.setItem(wanted, location.pathname + location.search);
  await client.signIn({ redirectUri: callback, ...(options.register && { firstScreen: 'register' as const }) });
  return new Promise(() => undefined);
}

/** Ends the sign-in at the callback and tells the path that was wanted, below `/console`. */
export async function completeSignIn(): Promise<string> {
  await client.handleSignInCallback(window.location.href);
  const path = sessionStorage.getItem(wanted) ?? base;
  sessionStorage.removeItem(wanted);
  return path.replace(/^\/console/, '').replace(/^\/(callback|welcome).*/, '') || '/';
}

export const isSignedIn = () => client.isAuthenticated();

export async function administrator(): Promise<Administrator> {
  return client.getIdTokenClaims();
}

/** A token for an API; when none can be had any more, the person signs in again and comes back. */
export async function accessToken(resource: string): Promise<string> {
  try {
    return await client.getAccessToken(resource);
  } catch (cause) {
    if (cause instanceof TypeError) throw cause;
    await client.clearAllTokens();
    return signIn();
  }
}

/** Forgets the tokens of all APIs, so that the next call fetches new ones; the person stays signed in. */
export const forgetAccessTokens = () => client.clearAccessToken();

export const signOut = () => client.signOut(`${window.location.origin}${base}`);
