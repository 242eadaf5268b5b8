import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useParams, useRouteError } from 'react-router';
import { ApiError } from '@/app/api/error';
import { ErrorPanel } from '@/parts/ErrorPanel';

/** A page that could not be shown: its frame stays, the rest of the Console too. */
export function RouteError() {
  const { t } = useTranslation();
  const error = useRouteError();
  const missing = (isRouteErrorResponse(error) || error instanceof ApiError) && error.status === 404;
  if (missing) return <NotFound />;
  return (
    <div className="page">
      <h1>{t('error.pageTitle')}</h1>
      <p className="sub after-title">{t('error.pageLead')}</p>
      <ErrorPanel error={error} onRetry={() => window.location.reload()} />
    </div>
  );
}

/** An address that leads nowhere, with the way to the list of what it may have meant. */
export function NotFound({ back }: { back?: { to: string; label: string } }) {
  const { t } = useTranslation();
  const { tenantId } = useParams();
  return (
    <div className="page">
      <div className="empty">
        <h1>{t('error.notFoundTitle')}</h1>
        <p>{t('error.notFoundLead')}</p>
        <p>
          <Button component={Link} to={back ? `/${tenantId}/${back.to}` : '/'} variant="filled">
            {back?.label ?? t('error.toStart')}
          </Button>
        </p>
      </div>
    </div>
  );
}
