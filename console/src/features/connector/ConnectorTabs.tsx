import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { Page } from '@/parts/Page';
import './connector.css';

/** The frame of the two lists of connectors. */
export function ConnectorTabs({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('connector');
  const path = useTenantPath();
  return (
    <Page title={t('title')} lead={t('lead')} actions={actions}>
      <nav className="tabs" aria-label={t('title')}>
        <NavLink to={path('connectors/social')}>{t('tab.social')}</NavLink>
        <NavLink to={path('connectors/passwordless')}>{t('tab.passwordless')}</NavLink>
      </nav>
      {children}
    </Page>
  );
}
