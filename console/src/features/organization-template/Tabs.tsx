import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/parts/TabLinks';

/** From the roles to the permissions, and back. */
export function Tabs() {
  const { t } = useTranslation('organization-template');
  return (
    <TabLinks
      label={t('title')}
      tabs={[
        { to: 'organization-template', label: t('roles'), end: true },
        { to: 'organization-template/permissions', label: t('permissions') },
      ]}
    />
  );
}
