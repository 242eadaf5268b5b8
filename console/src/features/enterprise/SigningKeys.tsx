import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { CopyButton } from '@/parts/Copy';
import { Section, Status, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';

/** Whether requests to a provider are signed, and the certificates by which it knows the signature. */
export function SigningKeys({ connectorId, signs, onSigns }: { connectorId: string; signs: boolean; onSigns: (on: boolean) => void }) {
  const { t } = useTranslation('enterprise');
  const { id: tenantId, api } = useTenant();
  const { date } = useFormat();
  const queries = useQueryClient();
  const path = { id: connectorId };
  const key = [tenantId, 'sso-connector', connectorId, 'signing-keys'];
  const keys = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/sso-connectors/{id}/signing-keys', { params: { path }, signal })) });
  const [turn, setTurn] = useState<string>();
  const [ending, setEnding] = useState<string>();
  const again = () => queries.invalidateQueries({ queryKey: key });
  const active = keys.data?.some((each) => each.active);
  const add = useMutation({
    mutationFn: () => body(api.POST('/api/sso-connectors/{id}/signing-keys', { params: { path }, body: { active: !active } })),
    onSuccess: again,
  });
  const error = keys.error ?? add.error;
  return (
    <Section title={t('signing.title')} lead={t('signing.lead')}>
      <SwitchRow label={t('signing.sign')} hint={t('signing.signHint')} checked={signs} onChange={onSigns} />
      {signs && active === false && <p className="note warn">{t('signing.needsKey')}</p>}
      {error && <ErrorPanel error={error} onRetry={keys.isError ? () => void keys.refetch() : undefined} />}
      {keys.data?.length === 0 ? (
        <p className="sub">{t('signing.none')}</p>
      ) : (
        <DataTable
          label={t('signing.certificates')}
          rows={keys.data}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'fingerprint',
              header: t('signing.fingerprint'),
              cell: ({ certificate, fingerprints }) => (
                <span className="cid">
                  <code title={fingerprints.sha256.formatted}>{fingerprints.sha256.formatted.slice(0, 23)}…</code>
                  <CopyButton value={certificate} what={t('signing.certificate')} />
                </span>
              ),
            },
            { id: 'state', header: t('status'), cell: (each) => <Status kind={each.active ? 'ok' : 'idle'}>{t(each.active ? 'signing.active' : 'signing.waiting')}</Status> },
            { id: 'expires', header: t('signing.expires'), optional: true, cell: ({ expiresAt }) => <span className="sub">{date(expiresAt)}</span> },
            {
              id: 'acts',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: (each) =>
                each.active ? null : (
                  <span className="cid">
                    <Button size="xs" onClick={() => setTurn(each.id)}>
                      {t('signing.activate')}
                    </Button>
                    <Button size="xs" color="red" onClick={() => setEnding(each.id)}>
                      {t('frame:act.delete')}
                    </Button>
                  </span>
                ),
            },
          ]}
        />
      )}
      <p>
        <Button size="xs" loading={add.isPending} disabled={!keys.data} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => add.mutate()}>
          {t('signing.add')}
        </Button>
      </p>
      {turn !== undefined && (
        <ConfirmDialog
          title={t('signing.activateTitle')}
          confirm={t('signing.activate')}
          harmless
          onClose={() => setTurn(undefined)}
          onConfirm={async () => {
            await body(api.PATCH('/api/sso-connectors/{id}/signing-keys/{keyId}', { params: { path: { ...path, keyId: turn } }, body: { active: true } }));
            await again();
          }}
        >
          {t('signing.activateBody')}
        </ConfirmDialog>
      )}
      {ending !== undefined && (
        <ConfirmDialog
          title={t('signing.deleteTitle')}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/sso-connectors/{id}/signing-keys/{keyId}', { params: { path: { ...path, keyId: ending } } }));
            await again();
          }}
        >
          {t('signing.deleteBody')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
