import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CheckRow, SwitchRow } from '@/parts/DetailsPage';
import { FormDialog } from '@/parts/FormDialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { useTemplateRoles } from '../member/roles';
import { isEmail, isLink } from '../organization';

const day = 86_400_000;
const lives = [1, 7, 30, 90];

/** Asks somebody to join. */
export function Invite({ organizationId, onClose, onDone }: { organizationId: string; onClose: () => void; onDone: (email: string) => void }) {
  const { t } = useTranslation('organization');
  const api = useApi();
  const known = useTemplateRoles('User');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<string[]>([]);
  const [life, setLife] = useState(7);
  const [mail, setMail] = useState(true);
  const [link, setLink] = useState('');
  const wrong = isEmail(email) ? undefined : t('problem.noEmail');
  const badLink = mail && !isLink(link) ? t('problem.noLink') : undefined;
  const invite = async () => {
    await body(
      api.POST('/api/organization-invitations', {
        body: { invitee: email.trim(), organizationId, organizationRoleIds: roles, expiresAt: Date.now() + life * day, messagePayload: mail ? { link: link.trim() } : false },
      }),
    );
    onDone(email.trim());
  };
  return (
    <FormDialog title={t('invite')} invalid={Boolean(wrong ?? badLink)} send={invite} onClose={onClose}>
      {(asked) => (
        <>
          <TextInput data-autofocus type="email" label={t('email')} maxLength={256} value={email} error={asked && wrong} onChange={(event) => setEmail(event.currentTarget.value)} />
          {known.error !== null && <ErrorPanel error={known.error} onRetry={known.retry} />}
          {(known.rows?.length ?? 0) > 0 && (
            <fieldset>
              <legend className="lab">{t('roles')}</legend>
              {known.rows?.map((role) => (
                <CheckRow key={role.id} name={role.name} hint={role.description} checked={roles.includes(role.id)} onChange={(on) => setRoles(on ? [...roles, role.id] : roles.filter((id) => id !== role.id))} />
              ))}
              {known.more}
            </fieldset>
          )}
          <Field label={t('until')}>
            <select value={life} onChange={(event) => setLife(Number(event.currentTarget.value))}>
              {lives.map((days) => (
                <option key={days} value={days}>
                  {t('days', { count: days })}
                </option>
              ))}
            </select>
          </Field>
          <SwitchRow label={t('mail')} hint={t('mailHint')} checked={mail} onChange={setMail} />
          {mail && <TextInput type="url" label={t('link')} description={t('linkHint')} placeholder="https://shop.example/join" value={link} error={asked && badLink} onChange={(event) => setLink(event.currentTarget.value)} />}
        </>
      )}
    </FormDialog>
  );
}
