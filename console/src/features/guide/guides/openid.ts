import type { Guide } from '../guide';

const openid: Guide = {
  needs: 'OpenID Connect',
  minutes: 10,
  steps: [
    {
      kind: 'endpoints',
      snippets: [
        {
          file: 'OpenID Connect',
          language: 'yaml',
          text: `issuer: {{issuer}}
discovery: {{issuer}}/.well-known/openid-configuration
client_id: {{appId}}
client_secret: {{appSecret}}
redirect_uri: {{redirectUri}}
post_logout_redirect_uri: {{signOutUri}}
scope: openid profile email offline_access
response_type: code
code_challenge_method: S256
`,
        },
      ],
    },
    { kind: 'uris' },
    { kind: 'try' },
  ],
};

export default openid;
