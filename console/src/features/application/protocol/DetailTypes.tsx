import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { CheckRow, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** The types of authorization details that an application may ask for. */
export function DetailTypes({ chosen, onChange }: { chosen: string[]; onChange: (types: string[]) => void }) {
  const { t } = useTranslation('application');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const found = useQuery({
    queryKey: [id, 'detail-types', 'all'],
    queryFn: ({ signal }) => body(api.GET('/api/authorization-detail-types', { params: query({ page: 1, page_size: 100 }), signal })),
  });
  const known = found.data ?? [];
  const gone = chosen.filter((type) => found.data && !known.some((each) => each.type === type));
  const flip = (type: string, on: boolean) => onChange(on ? [...chosen, type] : chosen.filter((each) => each !== type));
  return (
    <Section title={t('speech.details')} lead={t('speech.detailsLead')}>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !known.length && !gone.length && (
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
    </Section>
  );
}
