import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useTenantPath } from '@/app/tenant';

/** What people did, and what administrators changed. */
export function Tabs() {
  const { t } = useTranslation('audit');
  const path = useTenantPath();
  return (
    <nav className="tabs" aria-label={t('title')}>
      <NavLink to={path('audit-logs')} end>
        {t('people')}
      </NavLink>
      <NavLink to={path('audit-logs/administrators')}>{t('administrators')}</NavLink>
    </nav>
  );
}
