import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { redirect } from 'react-router';
import { hasNoAdministrator } from '@/app/administrators';
import { signIn } from '@/app/session';
import { useTitle } from './Frame';
import { Mark } from './Mark';
import { RouteError } from './RouteError';
import { LanguageMenu, SchemeMenu } from './TopBar';
import './welcome.css';

/** The page works once: as soon as somebody administers it leads on. */
export async function loader() {
  return (await hasNoAdministrator()) ? null : redirect('/');
}

export const ErrorBoundary = RouteError;

/** The first visit: the server needs somebody in charge. */
export function Component() {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  useTitle(t('welcome.create'));
  return (
    <div className="welcome">
      <aside>
        <Arch />
        <p className="product">
          <Mark />
          Gatehouse
        </p>
        <h1>{t('welcome.title')}</h1>
        <dl>
          <dt>{t('welcome.address')}</dt>
          <dd className="mono">{window.location.origin}</dd>
        </dl>
      </aside>
      <main>
        <div className="choices">
          <LanguageMenu named />
          <SchemeMenu />
        </div>
        <div className="first">
          <h2>{t('welcome.create')}</h2>
          <p className="sub">{t('welcome.lead')}</p>
          <Button
            variant="filled"
            size="md"
            loading={leaving}
            onClick={() => {
              setLeaving(true);
              void signIn({ register: true });
            }}
          >
            {t('welcome.create')}
          </Button>
          <p className="hint">
            {t('welcome.terminal')} <code>./gatehouse admin create</code>
          </p>
        </div>
      </main>
    </div>
  );
}

function Arch() {
  return (
    <svg className="arch" viewBox="0 0 560 640" fill="none" aria-hidden="true">
      <path d="M60 640V330a250 250 0 0 1 500 0v310z" fill="var(--gh-brand)" opacity=".09" />
      <path d="M130 640V335a180 180 0 0 1 360 0v305z" fill="var(--gh-brand)" opacity=".16" />
      <path d="M200 640V340a110 110 0 0 1 220 0v300z" fill="var(--gh-brand)" />
      <path d="M236 640V346a74 74 0 0 1 148 0v294z" fill="var(--gh-page)" />
      <circle cx="310" cy="352" r="15" fill="var(--gh-accent)" />
      <path d="M303 362h14l8 44h-30z" fill="var(--gh-accent)" />
    </svg>
  );
}
