import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CheckRow, SwitchRow } from '@/parts/DetailsPage';
import { Dialog } from '@/parts/Dialog';
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
  const [asked, setAsked] = useState(false);
  const wrong = isEmail(email) ? undefined : t('problem.noEmail');
  const badLink = mail && !isLink(link) ? t('problem.noLink') : undefined;
  const invite = useMutation({
    mutationFn: () =>
      body(
        api.POST('/api/organization-invitations', {
          body: { invitee: email.trim(), organizationId, organizationRoleIds: roles, expiresAt: Date.now() + life * day, messagePayload: mail ? { link: link.trim() } : false },
        }),
      ),
    onSuccess: () => onDone(email.trim()),
  });
  return (
    <Dialog onClose={onClose} title={t('invite')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!wrong && !badLink) invite.mutate();
        }}
      >
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
        {invite.isError && <ErrorPanel error={invite.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={invite.isPending}>
            {t('invite')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
