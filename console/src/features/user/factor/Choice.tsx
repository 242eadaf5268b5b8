import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, type Input } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import type { User } from '../user';

type Changes = Input<'patch', '/api/users/{id}/logto-configs'>;

/** What a person has decided about the second step and about passkeys, where that is theirs to decide. */
export function Choice({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const queryKey = [id, 'user', user.id, 'choice'];
  const params = { path: { id: user.id } };
  const found = useQuery({ queryKey, queryFn: ({ signal }) => body(api.GET('/api/users/{id}/logto-configs', { params, signal })) });
  const change = useMutation({
    mutationFn: (changes: Changes) => body(api.PATCH('/api/users/{id}/logto-configs', { params, body: changes })),
    onSuccess: (now) => {
      queries.setQueryData(queryKey, now);
      toast(t('frame:act.saved'));
    },
  });
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { mfa, passkeySignIn } = found.data;
  return (
    <>
      <SwitchRow
        label={t('choice.asked')}
        hint={t('choice.askedHint')}
        checked={mfa.enabled !== false && !mfa.skipMfaOnSignIn}
        onChange={(on) => change.mutate({ mfa: { enabled: on, skipMfaOnSignIn: !on } })}
      />
      {mfa.skipped && <Refused text={t('choice.skipped')} act={t('choice.askAgain')} busy={change.isPending} onAct={() => change.mutate({ mfa: { skipped: false } })} />}
      {passkeySignIn.skipped && <Refused text={t('choice.passkeySkipped')} act={t('choice.offerAgain')} busy={change.isPending} onAct={() => change.mutate({ passkeySignIn: { skipped: false } })} />}
      {change.isError && <ErrorPanel error={change.error} />}
    </>
  );
}

/** Something that the person has said no to, and what takes that back. */
function Refused({ text, act, busy, onAct }: { text: string; act: string; busy: boolean; onAct: () => void }) {
  return (
    <div className="row">
      <span className="sub grow">{text}</span>
      <Button size="xs" loading={busy} onClick={onAct}>
        {act}
      </Button>
    </div>
  );
}
