import type { Guide } from '../guide';

const react: Guide = {
  needs: 'React 18+',
  minutes: 8,
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm install @logto/react react-router\n' }] },
    {
      kind: 'configure',
      snippets: [
        {
          file: 'src/main.tsx',
          language: 'javascript',
          text: `import { LogtoProvider } from '@logto/react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Callback } from './Callback';
import { Home } from './Home';

const config = {
  endpoint: '{{endpoint}}',
  appId: '{{appId}}',
};

createRoot(document.getElementById('root')!).render(
  <LogtoProvider config={config}>
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Home />} />
        <Route path="/callback" element={<Callback />} />
      </Routes>
    </BrowserRouter>
  </LogtoProvider>,
);
`,
        },
      ],
    },
    { kind: 'uris' },
    {
      kind: 'routes',
      snippets: [
        {
          file: 'src/Callback.tsx',
          language: 'javascript',
          text: `import { useHandleSignInCallback } from '@logto/react';
import { useNavigate } from 'react-router';

export function Callback() {
  const navigate = useNavigate();
  const { error } = useHandleSignInCallback(() => navigate('/'));
  return error ? <p>Sign-in did not work: {error.message}</p> : null;
}
`,
        },
        {
          file: 'src/Home.tsx',
          language: 'javascript',
          text: `import { useLogto, type IdTokenClaims } from '@logto/react';
import { useEffect, useState } from 'react';

export function Home() {
  const { isAuthenticated, signIn, signOut, getIdTokenClaims } = useLogto();
  const [claims, setClaims] = useState<IdTokenClaims>();

  useEffect(() => {
    if (isAuthenticated) void getIdTokenClaims().then(setClaims);
  }, [isAuthenticated, getIdTokenClaims]);

  return isAuthenticated ? (
    <p>
      You are signed in as {claims?.sub}.{' '}
      <button onClick={() => void signOut('{{signOutUri}}')}>Sign out</button>
    </p>
  ) : (
    <button onClick={() => void signIn('{{redirectUri}}')}>Sign in</button>
  );
}
`,
        },
      ],
    },
    { kind: 'try', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm run dev\n' }] },
  ],
};

export default react;
