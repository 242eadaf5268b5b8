import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CopyField } from '@/parts/Copy';
import { Facts } from '@/parts/DetailsPage';
import { Dialog } from '@/parts/Dialog';
import { Field } from '@/parts/Field';
import { FormDialog } from '@/parts/FormDialog';
import { isUrl } from '@/parts/url';
import { isEmail, linkOf, type Token } from './token';

const minute = 60;
const lives = { minutes: 10 * minute, hour: 60 * minute, day: 1_440 * minute, week: 10_080 * minute } as const;
type Life = keyof typeof lives;

/** Makes a token for a person, and the link that carries it. */
export function NewLink({ onMade, onClose }: { onMade: () => void; onClose: () => void }) {
  const [made, setMade] = useState<{ token: Token; page: string }>();
  if (made) return <Made {...made} onClose={onClose} />;
  return (
    <Form
      onMade={(token, page) => {
        onMade();
        setMade({ token, page });
      }}
      onClose={onClose}
    />
  );
}

function Form({ onMade, onClose }: { onMade: (token: Token, page: string) => void; onClose: () => void }) {
  const { t } = useTranslation('one-time-token');
  const api = useApi();
  const [email, setEmail] = useState('');
  const [page, setPage] = useState('');
  const [life, setLife] = useState<Life>('day');
  const noEmail = !isEmail(email) && t('noEmail');
  const noPage = !isUrl(page.trim()) && t('noPage');
  const make = async () => onMade(await body(api.POST('/api/one-time-tokens', { body: { email: email.trim(), expiresIn: lives[life] } })), page.trim());
  return (
    <FormDialog title={t('create')} invalid={Boolean(noEmail || noPage)} send={make} onClose={onClose}>
      {(asked) => (
        <>
          <TextInput data-autofocus type="email" label={t('email')} description={t('emailHint')} maxLength={128} value={email} error={asked && noEmail} onChange={(event) => setEmail(event.currentTarget.value)} />
          <TextInput type="url" label={t('page')} description={t('pageHint')} placeholder="https://shop.example/sign-in" value={page} error={asked && noPage} onChange={(event) => setPage(event.currentTarget.value)} />
          <Field label={t('until')}>
            <select value={life} onChange={(event) => setLife(event.currentTarget.value as Life)}>
              {Object.keys(lives).map((each) => (
                <option key={each} value={each}>
                  {t(`lives.${each as Life}`)}
                </option>
              ))}
            </select>
          </Field>
        </>
      )}
    </FormDialog>
  );
}

/** The link, to be copied and sent. */
function Made({ token, page, onClose }: { token: Token; page: string; onClose: () => void }) {
  const { t } = useTranslation('one-time-token');
  return (
    <Dialog title={t('made', { email: token.email })} onClose={onClose}>
      <div className="stack">
        <p className="sub">{t('madeLead')}</p>
        <Facts>
          <CopyField label={t('link')} value={linkOf(token, page)} />
          <CopyField label={t('token')} value={token.token} />
        </Facts>
        <div className="dlg-acts">
          <Button variant="filled" data-autofocus onClick={onClose}>
            {t('frame:act.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
