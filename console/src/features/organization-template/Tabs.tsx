import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useTenantPath } from '@/app/tenant';

/** From the roles to the permissions, and back. */
export function Tabs() {
  const { t } = useTranslation('organization-template');
  const path = useTenantPath();
  return (
    <nav className="tabs" aria-label={t('title')}>
      <NavLink to={path('organization-template')} end>
        {t('roles')}
      </NavLink>
      <NavLink to={path('organization-template/permissions')}>{t('permissions')}</NavLink>
    </nav>
  );
}
