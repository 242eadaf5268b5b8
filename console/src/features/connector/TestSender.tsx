import { Button } from '@mantine/core';
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';
import type { Config, Factory } from './connector';
import { wordsOf } from './words';

/** Sends one message with the values in the form, saved or not. */
export function TestSender({ factoryId, type, config }: { factoryId: string; type: Factory['type']; config: () => Config | undefined }) {
  const { t, i18n } = useTranslation('connector');
  const api = useApi();
  const id = useId();
  const [to, setTo] = useState('');
  const [sent, setSent] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const email = type === 'Email';
  const words = wordsOf(error);
  const send = async () => {
    const values = config();
    setSent(undefined);
    setError(undefined);
    if (!values || !to.trim() || busy) return;
    setBusy(true);
    const address = email ? { email: to.trim() } : { phone: to.replace(/[^\d]/g, '') };
    try {
      await api.POST('/api/connectors/{factoryId}/test', {
        params: { path: { factoryId } },
        body: { ...address, config: values, locale: i18n.language } as never,
      });
      setSent(to.trim());
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="test-sender"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3 id={`${id}-title`}>{t('test.title')}</h3>
      <p className="hint">{t('test.lead')}</p>
      <div className="row wrap">
        <input
          className="in"
          type={email ? 'email' : 'tel'}
          autoComplete={email ? 'email' : 'tel'}
          aria-label={t(`test.to.${email ? 'Email' : 'Sms'}`)}
          placeholder={email ? 'you@example.com' : '+1 555 0100'}
          required
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {t('test.send')}
        </Button>
      </div>
      <div role="status">
        {sent && (
          <p className="note ok">
            <IconCircleCheck size={20} stroke={1.75} aria-hidden className="i" />
            <span>{t('test.sent', { to: sent })}</span>
          </p>
        )}
      </div>
      {error !== undefined && <ErrorPanel error={error} title={t('test.failed')} />}
      {words && (
        <figure>
          <figcaption className="hint">{t('test.words')}</figcaption>
          <pre>{words}</pre>
        </figure>
      )}
    </form>
  );
}
