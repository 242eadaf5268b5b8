import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { Page } from '@/parts/Page';

/** What stands above every tab of the tenant's settings. */
export function TenantPage({ foot, children }: { foot?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('tenant');
  const path = useTenantPath();
  return (
    <>
      <Page title={t('title')} lead={t('lead')}>
        <nav className="tabs" aria-label={t('title')}>
          <NavLink to={path('tenant-settings')} end>
            {t('tabs.keys')}
          </NavLink>
          <NavLink to={path('tenant-settings/sessions')}>{t('tabs.sessions')}</NavLink>
          <NavLink to={path('tenant-settings/domains')}>{t('tabs.domains')}</NavLink>
          <NavLink to={path('tenant-settings/registration')}>{t('tabs.registration')}</NavLink>
          <NavLink to={path('tenant-settings/clients')}>{t('tabs.clients')}</NavLink>
        </nav>
        {children}
      </Page>
      {foot}
    </>
  );
}
