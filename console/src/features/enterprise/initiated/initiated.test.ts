import { describe, expect, it } from 'vitest';
import { beginsAt, draftOf, inputOf, problemsOf, type Initiated, type Target } from './initiated';

const target = (type: string) => ({ id: 'app', name: 'Intranet', type, oidcClientMetadata: { redirectUris: [], postLogoutRedirectUris: [] } }) as unknown as Target;
const stored = (more: Partial<Initiated>) =>
  ({ tenantId: 'default', connectorId: 'c', defaultApplicationId: 'app', redirectUri: null, authParameters: {}, autoSendAuthorizationRequest: true, clientIdpInitiatedAuthCallbackUri: null, createdAt: 0, ...more }) as Initiated;

describe('where people get to from their provider', () => {
  it.each<Partial<Initiated>>([
    { autoSendAuthorizationRequest: true, redirectUri: 'https://a.example/back', authParameters: { scope: 'email', resource: 'https://api.example?a=b' } },
    { autoSendAuthorizationRequest: true, redirectUri: null, authParameters: {} },
  ])('comes back as it was: %j', (config) => {
    const draft = draftOf(stored(config), target('Traditional'));
    expect(inputOf(draft)).toEqual({ defaultApplicationId: 'app', ...config });
    expect(problemsOf(draft)).toEqual({});
  });

  it('is begun by an application that runs in the browser, at an address of its own', () => {
    const draft = { ...draftOf(undefined, target('SPA')), parameters: 'dropped' };
    expect(beginsAt(draft)).toBe('there');
    expect(problemsOf(draft)).toEqual({ callback: true });
    expect(problemsOf({ ...draft, callback: 'https://a.example/#start' })).toEqual({ callback: true });
    expect(inputOf({ ...draft, callback: ' https://a.example/start ' })).toEqual({
      defaultApplicationId: 'app',
      autoSendAuthorizationRequest: false,
      clientIdpInitiatedAuthCallbackUri: 'https://a.example/start',
    });
  });

  it('is told an application, and parameters by name', () => {
    expect(problemsOf({ ...draftOf(), parameters: 'resource' })).toEqual({ target: true, parameters: true });
  });
});
