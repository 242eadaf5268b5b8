import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/parts/TabLinks';

/** What people did, and what administrators changed. */
export function Tabs() {
  const { t } = useTranslation('audit');
  return (
    <TabLinks
      label={t('title')}
      tabs={[
        { to: 'audit-logs', label: t('people'), end: true },
        { to: 'audit-logs/administrators', label: t('administrators') },
      ]}
    />
  );
}
