import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/parts/Page';
import { TabLinks } from '@/parts/TabLinks';
import './connector.css';

/** The frame of the lists of connectors, and of what they send. */
export function ConnectorTabs({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('connector');
  return (
    <Page title={t('title')} lead={t('lead')} actions={actions}>
      <TabLinks
        label={t('title')}
        tabs={[
          { to: 'connectors/social', label: t('tab.social') },
          { to: 'connectors/passwordless', label: t('tab.passwordless') },
          { to: 'connectors/email-templates', label: t('tab.templates') },
        ]}
      />
      {children}
    </Page>
  );
}
