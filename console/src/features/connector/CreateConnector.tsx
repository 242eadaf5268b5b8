import { Button } from '@mantine/core';
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApiError } from '@/app/api/error';
import { useApi, useGo, useTenant, useTenantPath } from '@/app/tenant';
import { NotFound } from '@/frame/RouteError';
import { DetailsPage, Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { LeaveGuard } from '@/parts/SaveBar';
import { toast } from '@/parts/Toasts';
import { ConnectorForm, formId, useConnectorForm } from './form/ConnectorForm';
import { ConnectorLogo } from './ConnectorLogo';
import { assertionConsumer, newConnectorId, samlFactory, useFactories, useForgetConnectors, useNames, type Factory } from './connector';
import { Guide } from './Guide';
import { TestSender } from './TestSender';
import './connector.css';

/** A new connector: the guide on their side, the form on ours. */
export default function CreateConnector() {
  const { t } = useTranslation('connector');
  const { factoryId } = useParams();
  const factories = useFactories();
  const [parameters, setParameters] = useSearchParams();
  const id = parameters.get('id');
  const { endpoint } = useTenant();
  useEffect(() => {
    // The identifier is in the address, so that a reload keeps the callback URIs.
    if (!id) setParameters({ id: newConnectorId() }, { replace: true });
  }, [id, setParameters]);
  if (factories.isError) {
    return (
      <div className="page">
        <ErrorPanel error={factories.error} title={t('failed')} onRetry={() => void factories.refetch()} />
      </div>
    );
  }
  if (!factories.data || !id) {
    return (
      <div className="page">
        <Loading />
      </div>
    );
  }
  const factory = factories.data.find((one) => one.id === factoryId);
  return factory ? <NewConnector key={factory.id} factory={knowing(assertionConsumer(endpoint, id), factory)} id={id} /> : <NotFound />;
}

/** The factory of SAML with our address filled in, which is known beforehand. */
const knowing = (address: string, factory: Factory): Factory =>
  factory.id === samlFactory
    ? { ...factory, formItems: factory.formItems?.map((item) => (item.key === 'assertionConsumerServiceUrl' ? { ...item, defaultValue: address } : item)) }
    : factory;

function NewConnector({ factory, id }: { factory: Factory; id: string }) {
  const { t } = useTranslation('connector');
  const { tab = 'social' } = useParams();
  const { name, description } = useNames();
  const api = useApi();
  const go = useGo();
  const path = useTenantPath();
  const forget = useForgetConnectors();
  const at = useConnectorForm(factory, undefined, factory.name.en ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const made = `connectors/${tab}/${id}`;
  const save = async () => {
    const filled = at.filled();
    if (!filled || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await api.POST('/api/connectors', { body: { connectorId: factory.id, id, ...filled } as never });
      await forget();
      toast(t('made', { name: factory.isStandard ? at.state.look.name : name(factory) }));
      go(made, { replace: true });
    } catch (cause) {
      setBusy(false);
      if (!at.take(cause)) setError(cause);
    }
  };
  const clash = error instanceof ApiError && error.code === 'connector.multiple_target_with_same_platform';
  return (
    <DetailsPage
      back={{ to: `connectors/${tab}`, label: t(`tab.${tab === 'social' ? 'social' : 'passwordless'}`) }}
      title={name(factory)}
      emblem={<ConnectorLogo of={factory} size="l" />}
      meta={description(factory)}
      actions={<Status kind="none">{t('status.new')}</Status>}
      foot={
        <div className="savebar">
          {at.changes > 0 && <LeaveGuard within={made} />}
          <Button variant="subtle" component={Link} to={path(`connectors/${tab}/create${factory.type === 'Social' ? '' : `?type=${factory.type}`}`)}>
            {t('form.back')}
          </Button>
          <span className="push" />
          <Button variant="filled" type="submit" form={formId} loading={busy}>
            {t('form.saveAndDone')}
          </Button>
        </div>
      }
    >
      <div className="pair">
        <Guide factory={factory} factoryId={factory.id} connectorId={id} />
        <div className="stack">
          <ConnectorForm factory={factory} at={at} onSubmit={() => void save()}>
            {error !== undefined && <ErrorPanel error={error} title={clash ? t('form.clash') : t('form.failed')} />}
            <p className="note">
              <IconInfoCircle size={20} stroke={1.75} aria-hidden className="i" />
              <span>{factory.type === 'Social' ? t('form.next') : t('form.replaces')}</span>
            </p>
          </ConnectorForm>
          {factory.type !== 'Social' && <TestSender factoryId={factory.id} type={factory.type} config={() => at.filled()?.config} />}
        </div>
      </div>
    </DetailsPage>
  );
}
