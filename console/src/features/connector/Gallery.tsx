import { Button, TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useGo, useTenantPath } from '@/app/tenant';
import { useTitle } from '@/frame/Frame';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { ConnectorLogo } from './ConnectorLogo';
import { newConnectorId, useConnectors, useFactories, useNames, type Factory } from './connector';
import './connector.css';

/** Everything a connector can be made from; choosing one opens its guide. */
export default function Gallery() {
  const { t } = useTranslation('connector');
  const go = useGo();
  const { tab = 'social' } = useParams();
  const [parameters] = useSearchParams();
  const [search, setSearch] = useState('');
  const type = tab === 'social' ? 'Social' : parameters.get('type') === 'Sms' ? 'Sms' : 'Email';
  const title = t(`add.${type === 'Social' ? 'social' : type}`);
  useTitle(title);
  return (
    <Dialog fullScreen onClose={() => go(`connectors/${tab}`)} title={title} closeButtonProps={{ 'aria-label': t('gallery.close') }} classNames={{ body: 'connector-gallery' }}>
      <div className="page">
        <div className="tools">
          <p className="sub grow">{t(`gallery.lead.${type}`)}</p>
          <TextInput
            data-autofocus
            className="search"
            type="search"
            aria-label={t('gallery.search')}
            placeholder={t('gallery.search')}
            leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
        <Cards tab={tab} type={type} search={search} onClear={() => setSearch('')} />
      </div>
    </Dialog>
  );
}

function Cards({ tab, type, search, onClear }: { tab: string; type: Factory['type']; search: string; onClear: () => void }) {
  const { t, i18n } = useTranslation('connector');
  const factories = useFactories();
  const connectors = useConnectors();
  const { name, description } = useNames();
  if (factories.isError) return <ErrorPanel error={factories.error} title={t('failed')} onRetry={() => void factories.refetch()} />;
  if (!factories.data) return <Loading />;
  const wanted = search.trim().toLowerCase();
  const shown = factories.data
    .filter((one) => one.type === type && !one.isDemo && [name(one), description(one), one.target].some((text) => text.toLowerCase().includes(wanted)))
    .sort((a, b) => name(a).localeCompare(name(b), i18n.language));
  const configured = new Map(connectors.data?.map((one) => [one.connectorId, one]));
  if (!shown.length) {
    return (
      <div className="empty">
        <h2>{t('gallery.nothing', { text: search })}</h2>
        <p>
          <Button size="xs" onClick={onClear}>
            {t('gallery.clear')}
          </Button>
        </p>
      </div>
    );
  }
  const providers = shown.filter((one) => !one.isStandard);
  const standards = shown.filter((one) => one.isStandard);
  return (
    <>
      {[providers, standards].map(
        (group, index) =>
          group.length > 0 && (
            <section key={index ? 'standard' : 'provider'}>
              {standards.length > 0 && <h2>{t(index ? 'gallery.standards' : 'gallery.providers')}</h2>}
              <ul className="tiles">
                {group.map((one) => (
                  <Card key={one.id} factory={one} tab={tab} taken={one.isStandard ? undefined : configured.get(one.id)?.id} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}

/** One provider; where it can exist only once and does, the card leads to what there is. */
function Card({ factory, tab, taken }: { factory: Factory; tab: string; taken?: string }) {
  const { t } = useTranslation('connector');
  const { name, description } = useNames();
  const path = useTenantPath();
  const to = taken ? `connectors/${tab}/${taken}` : `connectors/${tab}/create/${factory.id}?id=${newConnectorId()}`;
  return (
    <li>
      <Link className="tile" to={path(to)}>
        <ConnectorLogo of={factory} />
        <span className="grow">
          {name(factory)}
          <small>{taken ? t('gallery.taken') : description(factory)}</small>
        </span>
      </Link>
    </li>
  );
}
