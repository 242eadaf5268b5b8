import type { Guide } from '../guide';

const machine: Guide = {
  needs: 'curl',
  minutes: 4,
  steps: [
    { kind: 'flow', note: 'machineRoles' },
    {
      kind: 'token',
      snippets: [
        {
          file: 'Terminal',
          language: 'shell',
          text: `curl {{issuer}}/token \\
  --user '{{appId}}:{{appSecret}}' \\
  --data grant_type=client_credentials \\
  --data resource={{managementApi}} \\
  --data scope=all
`,
        },
      ],
    },
    {
      kind: 'call',
      snippets: [{ file: 'Terminal', language: 'shell', text: "curl {{endpoint}}/api/users -H 'Authorization: Bearer <access token>'\n" }],
    },
  ],
};

export default machine;
