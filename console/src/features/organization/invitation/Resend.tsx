import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { isLink, type Invitation } from '../organization';

/** Writes to somebody once more; the link of the first message is not kept, so it is asked for. */
export function Resend({ invitation, onClose, onDone }: { invitation: Invitation; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('organization');
  const api = useApi();
  const [link, setLink] = useState('');
  const [asked, setAsked] = useState(false);
  const send = useMutation({ mutationFn: () => body(api.POST('/api/organization-invitations/{id}/message', { params: { path: { id: invitation.id } }, body: { link: link.trim() } })), onSuccess: onDone });
  return (
    <Dialog onClose={onClose} title={t('resend')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (isLink(link)) send.mutate();
        }}
      >
        <p className="sub">{invitation.invitee}</p>
        <TextInput data-autofocus type="url" label={t('link')} description={t('linkHint')} placeholder="https://shop.example/join" value={link} error={asked && !isLink(link) && t('problem.noLink')} onChange={(event) => setLink(event.currentTarget.value)} />
        {send.isError && <ErrorPanel error={send.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={send.isPending}>
            {t('resend')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
