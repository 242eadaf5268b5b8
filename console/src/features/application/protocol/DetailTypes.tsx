import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query, rows } from '@/app/api/client';
import { useApi, useTenantPath } from '@/app/tenant';
import { CheckRow, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useMore } from '@/parts/list/more';

/** The types of authorization details that an application may ask for. */
export function DetailTypes({ chosen, onChange }: { chosen: string[]; onChange: (types: string[]) => void }) {
  const { t } = useTranslation('application');
  const api = useApi();
  const path = useTenantPath();
  const found = useMore(['detail-types', 'all'], (page, signal) => rows(api.GET('/api/authorization-detail-types', { params: query(page), signal })));
  const known = found.rows ?? [];
  const gone = chosen.filter((type) => found.rows && !known.some((each) => each.type === type));
  const flip = (type: string, on: boolean) => onChange(on ? [...chosen, type] : chosen.filter((each) => each !== type));
  return (
    <Section title={t('speech.details')} lead={t('speech.detailsLead')}>
      {found.error !== null && <ErrorPanel error={found.error} onRetry={found.retry} />}
      {found.rows && !known.length && !gone.length && (
        <p className="sub">
          {t('speech.noDetails')} <Link to={path('authorization-details')}>{t('speech.toDetails')}</Link>
        </p>
      )}
      <div>
        {known.map(({ type, displayName }) => (
          <CheckRow key={type} name={type} hint={displayName} checked={chosen.includes(type)} onChange={(on) => flip(type, on)} />
        ))}
        {gone.map((type) => (
          <CheckRow key={type} name={type} checked onChange={(on) => flip(type, on)} />
        ))}
      </div>
      {found.more}
    </Section>
  );
}
