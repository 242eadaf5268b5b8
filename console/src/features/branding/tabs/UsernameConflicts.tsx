import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** People whose usernames differ in capitals alone: they stand in the way of usernames where capitals make no difference. */
export function UsernameConflicts() {
  const { t } = useTranslation('branding');
  const { number } = useFormat();
  const { id, api } = useTenant();
  const path = useTenantPath();
  const found = useQuery({
    queryKey: [id, 'username-conflicts'],
    queryFn: ({ signal }) => body(api.GET('/api/sign-in-exp/username-policy/case-sensitivity-conflicts', { params: query({ limit: 20 }), signal })),
  });
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data?.totalConflicts) return null;
  const { totalConflicts: count, samples } = found.data;
  return (
    <div className="note warn" role="status">
      <p>{t('usernames.conflicts', { count, number: number(count) })}</p>
      <ul>
        {samples.map(({ usernameLower, userIds }) => (
          <li key={usernameLower}>
            <code>{usernameLower}</code>{' '}
            {userIds.map((userId, index) => (
              <Fragment key={userId}>
                {index > 0 && ' · '}
                <Link to={path(`users/${userId}`)}>{userId}</Link>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
