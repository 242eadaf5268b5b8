import { useTranslation } from 'react-i18next';
import { useTenant } from '@/app/tenant';
import { CopyButton } from '@/parts/Copy';

/** The addresses that have to be registered with the provider. */
export function CallbackUris({ connectorId }: { connectorId: string }) {
  const { t } = useTranslation('connector');
  const { endpoint } = useTenant();
  const uris = [
    { key: 'signIn', uri: `${endpoint}/callback/${connectorId}` },
    { key: 'link', uri: `${endpoint}/account/callback/social/${connectorId}` },
  ] as const;
  return (
    <div className="callbacks" role="group" aria-label={t('callback.title')}>
      <h3>{t('callback.title')}</h3>
      <p className="hint">{t('callback.hint')}</p>
      {uris.map(({ key, uri }) => (
        <div key={key}>
          <span className="hint">{t(`callback.${key}`)}</span>
          <div className="cmd">
            <span className="clip">{uri}</span>
            <CopyButton value={uri} what={t(`callback.${key}`)} />
          </div>
        </div>
      ))}
    </div>
  );
}
