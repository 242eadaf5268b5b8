import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { FormDialog } from '@/parts/FormDialog';
import { isLink, type Invitation } from '../organization';

/** Writes to somebody once more; the link of the first message is not kept, so it is asked for. */
export function Resend({ invitation, onClose, onDone }: { invitation: Invitation; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('organization');
  const api = useApi();
  const [link, setLink] = useState('');
  const send = async () => {
    await body(api.POST('/api/organization-invitations/{id}/message', { params: { path: { id: invitation.id } }, body: { link: link.trim() } }));
    onDone();
  };
  return (
    <FormDialog title={t('resend')} invalid={!isLink(link)} send={send} onClose={onClose}>
      {(asked) => (
        <>
          <p className="sub">{invitation.invitee}</p>
          <TextInput data-autofocus type="url" label={t('link')} description={t('linkHint')} placeholder="https://shop.example/join" value={link} error={asked && !isLink(link) && t('problem.noLink')} onChange={(event) => setLink(event.currentTarget.value)} />
        </>
      )}
    </FormDialog>
  );
}
