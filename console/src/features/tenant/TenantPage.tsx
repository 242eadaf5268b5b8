import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/parts/Page';
import { TabLinks } from '@/parts/TabLinks';

/** What stands above every tab of the tenant's settings. */
export function TenantPage({ foot, children }: { foot?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('tenant');
  return (
    <>
      <Page title={t('title')} lead={t('lead')}>
        <TabLinks label={t('title')} tabs={[{ to: 'tenant-settings', label: t('tabs.keys'), end: true }, ...(['sessions', 'domains', 'registration', 'clients', 'administrators'] as const).map((tab) => ({ to: `tenant-settings/${tab}`, label: t(`tabs.${tab}`) }))]} />
        {children}
      </Page>
      {foot}
    </>
  );
}
