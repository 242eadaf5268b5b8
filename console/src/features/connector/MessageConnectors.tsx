import { Button } from '@mantine/core';
import IconMail from '@tabler/icons-react/icons/IconMail';
import IconMessage from '@tabler/icons-react/icons/IconMessage';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { ConnectorLogo } from './ConnectorLogo';
import { ConnectorTabs } from './ConnectorTabs';
import { useConnectors, useInUse, useNames, type Connector } from './connector';
import { UseStatus } from './SocialConnectors';

/** What carries codes and links: at most one connector for e-mail and one for text messages. */
export default function MessageConnectors() {
  const { t } = useTranslation('connector');
  const connectors = useConnectors();
  const of = (type: Connector['type']) => connectors.data?.find((one) => one.type === type);
  return (
    <ConnectorTabs>
      {connectors.isError && <ErrorPanel error={connectors.error} title={t('failed')} onRetry={() => void connectors.refetch()} />}
      {connectors.isPending && <Loading />}
      {connectors.data && (
        <ul className="carriers">
          <Carrier type="Email" connector={of('Email')} />
          <Carrier type="Sms" connector={of('Sms')} />
        </ul>
      )}
    </ConnectorTabs>
  );
}

function Carrier({ type, connector }: { type: 'Email' | 'Sms'; connector?: Connector }) {
  const { t } = useTranslation('connector');
  const { name } = useNames();
  const used = useInUse();
  const path = useTenantPath();
  const Icon = type === 'Email' ? IconMail : IconMessage;
  const gallery = path(`connectors/passwordless/create?type=${type}`);
  return (
    <li>
      {connector ? <ConnectorLogo of={connector} /> : <span className="logo m">{<Icon size={22} stroke={1.75} aria-hidden />}</span>}
      <div className="grow">
        <h2>{t(`carrier.${type}`)}</h2>
        <p className="sub">
          {connector ? <Link to={path(`connectors/passwordless/${connector.id}`)}>{name(connector)}</Link> : t(`carrier.none.${type}`)}
        </p>
      </div>
      {connector && <UseStatus used={used(connector)} />}
      <Button component={Link} to={gallery} variant={connector ? 'default' : 'filled'}>
        {connector ? t('carrier.replace') : t(`add.${type}`)}
      </Button>
    </li>
  );
}
