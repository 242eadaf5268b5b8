import type { UseQueryResult } from '@tanstack/react-query';
import { ApiError } from '@/app/api/error';
import { NotFound } from '@/frame/RouteError';
import { DetailsPage } from './DetailsPage';
import { ErrorPanel } from './ErrorPanel';
import { Loading } from './Loading';

/** Stands for the page of a thing while it is read, where it could not be read, and where there is none. */
export function Pending({ back, query }: { back: { to: string; label: string }; query: Pick<UseQueryResult<unknown>, 'error' | 'refetch'> }) {
  if (query.error instanceof ApiError && query.error.status === 404) return <NotFound back={back} />;
  return (
    <DetailsPage back={back} title={back.label}>
      {query.error ? <ErrorPanel error={query.error} onRetry={() => void query.refetch()} /> : <Loading />}
    </DetailsPage>
  );
}
