import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ApiError } from '@/app/api/error';
import { body } from '@/app/api/client';
import { useApi, useGo, useTenantPath } from '@/app/tenant';
import { NotFound } from '@/frame/RouteError';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { CopyId } from '@/parts/Copy';
import { Danger, DangerZone, DetailsPage } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { SaveBar } from '@/parts/SaveBar';
import { toast } from '@/parts/Toasts';
import { ConnectorForm, useConnectorForm } from './form/ConnectorForm';
import { ConnectorLogo } from './ConnectorLogo';
import { readConnector, tabOf, useConnector, useForgetConnectors, useInUse, useNames, type Connector } from './connector';
import { useFieldLabels } from './form/labels';
import { Guide } from './Guide';
import { UseStatus } from './SocialConnectors';
import { TestSender } from './TestSender';
import './connector.css';

const Compare = lazy(() => import('@/parts/Compare'));

/** A connector that exists: its form beside the guide, its callback URIs, its end. */
export default function ConnectorDetails() {
  const { t } = useTranslation('connector');
  const { id = '' } = useParams();
  const connector = useConnector(id);
  if (connector.error instanceof ApiError && connector.error.status === 404) return <NotFound />;
  return connector.data ? (
    <Existing key={id} connector={connector.data} />
  ) : (
    <div className="page">
      {connector.isError ? <ErrorPanel error={connector.error} title={t('failed')} onRetry={() => void connector.refetch()} /> : <Loading />}
    </div>
  );
}

function Existing({ connector }: { connector: Connector }) {
  const { t } = useTranslation('connector');
  const { name } = useNames();
  const api = useApi();
  const path = useTenantPath();
  const forget = useForgetConnectors();
  const used = useInUse()(connector);
  const at = useConnectorForm(connector, connector, name(connector));
  const labelOf = useFieldLabels();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [clashes, setClashes] = useState<string[]>([]);
  const [comparing, setComparing] = useState(false);
  const save = async (whatever = false) => {
    if (!at.filled() || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const met = at.meet(await readConnector(api, connector.id));
      setClashes(whatever ? [] : met.clashes);
      setComparing(false);
      const filled = at.filled(met.state);
      if (!filled || (met.clashes.length && !whatever)) return;
      const after = await body(api.PATCH('/api/connectors/{id}', { params: { path: { id: connector.id } }, body: filled as never }));
      at.settle(after as unknown as Connector);
      toast(t('saved'));
      await forget();
    } catch (cause) {
      if (!at.take(cause)) setError(cause);
    } finally {
      setBusy(false);
    }
  };
  const tab = tabOf(connector.type);
  return (
    <DetailsPage
      back={{ to: `connectors/${tab}`, label: t(`tab.${tab}`) }}
      title={name(connector)}
      emblem={<ConnectorLogo of={connector} size="l" />}
      meta={
        <>
          <CopyId value={connector.id} what={t('column.id')} />
          <UseStatus used={used} />
          {connector.type === 'Social' && used === false && <Link to={path('sign-in-experience/sign-up-and-sign-in')}>{t('status.use')}</Link>}
        </>
      }
      foot={
        <SaveBar
          changes={at.changes}
          saving={busy}
          error={error}
          onCompare={clashes.length ? () => setComparing(true) : undefined}
          onSave={() => void save()}
          onDiscard={() => {
            at.settle();
            setClashes([]);
          }}
        />
      }
    >
      <div className="pair">
        <Guide factory={connector} factoryId={connector.connectorId} connectorId={connector.id} />
        <div className="stack">
          <ConnectorForm factory={connector} existing={connector} at={at} onSubmit={() => void save()} />
          {connector.type !== 'Social' && <TestSender factoryId={connector.connectorId} type={connector.type} config={() => at.filled()?.config} />}
        </div>
      </div>
      <Deletion connector={connector} used={used} />
      <Suspense>
        {comparing && (
          <Compare
            rows={clashes.map((key) => ({ label: labelOf(at.items.find((item) => item.key === key) ?? key), ...at.both(key) }))}
            saving={busy}
            onKeep={() => void save(true)}
            onYield={() => {
              at.yieldTo(clashes);
              setClashes([]);
              setComparing(false);
            }}
            onClose={() => setComparing(false)}
          />
        )}
      </Suspense>
    </DetailsPage>
  );
}

function Deletion({ connector, used }: { connector: Connector; used: boolean | undefined }) {
  const { t } = useTranslation('connector');
  const { name } = useNames();
  const api = useApi();
  const go = useGo();
  const forget = useForgetConnectors();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await api.DELETE('/api/connectors/{id}', { params: { path: { id: connector.id } } });
    go(`connectors/${tabOf(connector.type)}`);
    await forget();
    toast(t('delete.done', { name: name(connector) }));
  };
  return (
    <section className="connector-end">
      <DangerZone>
        <Danger
          title={t('delete.title')}
          action={
            <Button color="red" onClick={() => setAsking(true)}>
              {t('delete.ask')}
            </Button>
          }
        >
          {t(`delete.lead.${connector.type}`)}
        </Danger>
      </DangerZone>
      {asking && (
        <ConfirmDialog title={t('delete.question', { name: name(connector) })} confirm={t('delete.confirm')} name={used ? name(connector) : undefined} onConfirm={remove} onClose={() => setAsking(false)}>
          {used ? t(`delete.used.${connector.type}`) : t(`delete.lead.${connector.type}`)}
        </ConfirmDialog>
      )}
    </section>
  );
}
