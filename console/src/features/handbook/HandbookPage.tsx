import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import { useTenant, useTenantPath } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { Page } from '@/parts/Page';
import { withAddresses } from './addresses';
import { chapters, isChapter, loadChapter } from './chapter';

const Chapter = lazy(() => import('./Chapter'));

/** A chapter of the handbook in the reader's language, with the addresses of this server. */
export default function HandbookPage() {
  const { t, i18n } = useTranslation('handbook');
  const { endpoint } = useTenant();
  const path = useTenantPath();
  const { chapter = 'flask' } = useParams();
  const id = isChapter(chapter) ? chapter : 'flask';
  const read = useQuery({ queryKey: ['handbook', id, i18n.language], queryFn: () => loadChapter(id, i18n.language), staleTime: Infinity });
  return (
    <Page title={read.data?.title ?? chapters[id]} lead={t('lead')}>
      <nav className="tabs" aria-label={t('chapters')}>
        {Object.entries(chapters).map(([each, name]) => (
          <NavLink key={each} to={path(`handbook/${each}`)} className={each === id ? 'active' : undefined}>
            {name}
          </NavLink>
        ))}
      </nav>
      {read.isError && <ErrorPanel error={read.error} onRetry={() => void read.refetch()} />}
      <Suspense fallback={<Loading />}>
        {read.data ? <Chapter text={withAddresses(read.data.text, endpoint, window.location.origin)} /> : <Loading />}
      </Suspense>
    </Page>
  );
}
