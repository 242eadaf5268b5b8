import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { Loading } from '@/parts/Loading';
import { CallbackUris } from './CallbackUris';
import type { Factory } from './connector';

const Readme = lazy(() => import('./Readme'));

/** The chapters of the handbook about a connector. */
const chapters: Record<string, string> = { 'huggingface-universal': 'hugging-face', oauth2: 'oauth2' };

interface Parts {
  factory: Factory;
  /** Of the connector's factory, which goes by another id than itself once it exists. */
  factoryId: string;
  connectorId: string;
  children?: ReactNode;
}

/** What has to be done at the provider: its callback URIs and the connector's readme. */
export function Guide({ factory, factoryId, connectorId, children }: Parts) {
  const { t } = useTranslation('connector');
  const path = useTenantPath();
  const chapter = chapters[factoryId];
  return (
    <section className="stack" aria-labelledby="connector-guide">
      <h2 id="connector-guide">{t('guide.title')}</h2>
      {factory.type === 'Social' && <CallbackUris factoryId={factoryId} connectorId={connectorId} />}
      <Suspense fallback={<Loading />}>
        <Readme text={factory.readme} />
      </Suspense>
      {chapter && (
        <p>
          <Link to={path(`handbook/${chapter}`)}>{t('frame:help.handbook')}</Link>
        </p>
      )}
      {children}
    </section>
  );
}
