import { useTranslation } from 'react-i18next';
import { useTenant } from '@/app/tenant';
import { CopyButton } from '@/parts/Copy';
import { assertionConsumer, samlFactory } from './connector';

/** The addresses that have to be registered with the provider: one of SAML is told where to send its responses, and no more. */
export function CallbackUris({ factoryId, connectorId }: { factoryId: string; connectorId: string }) {
  const { t } = useTranslation('connector');
  const { endpoint } = useTenant();
  const saml = factoryId === samlFactory;
  const uris = saml
    ? [{ name: t('field.assertionConsumerServiceUrl'), uri: assertionConsumer(endpoint, connectorId) }]
    : [
        { name: t('callback.signIn'), uri: `${endpoint}/callback/${connectorId}` },
        { name: t('callback.link'), uri: `${endpoint}/account/callback/social/${connectorId}` },
      ];
  return (
    <div className="callbacks" role="group" aria-label={t('callback.title')}>
      <h3>{t('callback.title')}</h3>
      <p className="hint">{t(saml ? 'callback.samlHint' : 'callback.hint')}</p>
      {uris.map(({ name, uri }) => (
        <div key={uri}>
          <span className="hint">{name}</span>
          <div className="cmd">
            <span className="clip">{uri}</span>
            <CopyButton value={uri} what={name} />
          </div>
        </div>
      ))}
    </div>
  );
}
