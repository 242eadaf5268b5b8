import type { Guide } from '../guide';

const next: Guide = {
  needs: 'Next.js 14+',
  minutes: 10,
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm install @logto/next\n' }] },
    {
      kind: 'configure',
      snippets: [
        {
          file: 'app/logto.ts',
          language: 'javascript',
          text: `export const config = {
  endpoint: '{{endpoint}}',
  appId: '{{appId}}',
  appSecret: '{{appSecret}}',
  baseUrl: 'http://localhost:3000',
  // At least 32 characters that nobody guesses: openssl rand -hex 32
  cookieSecret: process.env.COOKIE_SECRET!,
  cookieSecure: process.env.NODE_ENV === 'production',
};
`,
        },
      ],
    },
    { kind: 'uris' },
    {
      kind: 'routes',
      snippets: [
        {
          file: 'app/callback/route.ts',
          language: 'javascript',
          text: `import { handleSignIn } from '@logto/next/server-actions';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import { config } from '../logto';

export async function GET(request: NextRequest) {
  await handleSignIn(config, request.nextUrl.searchParams);
  redirect('/');
}
`,
        },
        {
          file: 'app/page.tsx',
          language: 'javascript',
          text: `import { getLogtoContext, signIn, signOut } from '@logto/next/server-actions';
import { config } from './logto';

export default async function Home() {
  const { isAuthenticated, claims } = await getLogtoContext(config);

  async function enter() {
    'use server';
    await signIn(config, { redirectUri: '{{redirectUri}}' });
  }

  async function leave() {
    'use server';
    await signOut(config, '{{signOutUri}}');
  }

  return isAuthenticated ? (
    <form action={leave}>
      You are signed in as {claims?.sub}. <button>Sign out</button>
    </form>
  ) : (
    <form action={enter}>
      <button>Sign in</button>
    </form>
  );
}
`,
        },
      ],
    },
    { kind: 'try', snippets: [{ file: 'Terminal', language: 'shell', text: 'COOKIE_SECRET=$(openssl rand -hex 32) npm run dev\n' }] },
  ],
};

export default next;
