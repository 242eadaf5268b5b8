import { Button } from '@mantine/core';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, type Input, type Row } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { CopyField, CopyId } from '@/parts/Copy';
import { DataTable } from '@/parts/list/DataTable';
import { Facts, Section, Status } from '@/parts/DetailsPage';
import { FormDialog } from '@/parts/FormDialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { toast } from '@/parts/Toasts';
import { CookieKeys } from './CookieKeys';
import { TenantPage } from './TenantPage';

type Key = Row<'/api/signing-keys'>;
type Algorithm = Input<'post', '/api/signing-keys/rotate'>['algorithm'];

const algorithms: Algorithm[] = ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256'];
/** How long a new key is published before it signs, in seconds. */
const graces = { hour: 3_600, day: 86_400, week: 604_800, month: 2_592_000, none: 0 } as const;
const dots = { Next: 'warn', Current: 'ok', Previous: 'idle' } as const;

/** The keys that sign the tenant's tokens, and their succession. */
export default function KeysPage() {
  const { t } = useTranslation('tenant');
  const { id, endpoint, api } = useTenant();
  const { date, relative, full } = useFormat();
  const queries = useQueryClient();
  const key = [id, 'signing-keys'];
  const keys = useQuery({ queryKey: key, queryFn: ({ signal }) => body(api.GET('/api/signing-keys', { signal })) });
  const [rotating, setRotating] = useState(false);
  const [ending, setEnding] = useState<Key>();
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  return (
    <TenantPage>
      <Section title={t('keys.title')} lead={t('keys.lead')}>
        {keys.isError && <ErrorPanel error={keys.error} onRetry={() => void keys.refetch()} />}
        <DataTable
          label={t('keys.title')}
          rows={keys.data}
          rowKey={(each) => each.id}
          columns={[
            {
              id: 'status',
              header: t('keys.status'),
              cell: ({ status, effectiveAt }) => (
                <>
                  <Status kind={dots[status]}>{t(`keys.${status}`)}</Status>
                  {effectiveAt != null && (
                    <time className="hint block" dateTime={new Date(effectiveAt).toISOString()} title={full(effectiveAt)}>
                      {t('keys.signs', { when: relative(effectiveAt) })}
                    </time>
                  )}
                </>
              ),
            },
            { id: 'algorithm', header: t('keys.algorithm'), cell: ({ algorithm }) => <code>{algorithm}</code> },
            { id: 'kid', header: t('keys.kid'), optional: true, cell: ({ kid }) => <CopyId value={kid} what={t('keys.kid')} /> },
            { id: 'created', header: t('keys.created'), optional: true, cell: ({ createdAt }) => <span className="sub">{date(createdAt)}</span> },
            {
              id: 'end',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: (each) =>
                each.status === 'Previous' && (
                  <button className="ib s" type="button" aria-label={t('keys.delete')} onClick={() => setEnding(each)}>
                    <IconTrash size={16} stroke={1.75} aria-hidden />
                  </button>
                ),
            },
          ]}
        />
        <p>
          <Button variant="filled" onClick={() => setRotating(true)} disabled={!keys.data}>
            {t('keys.rotate')}
          </Button>
        </p>
      </Section>
      <Section title={t('keys.published')} lead={t('keys.publishedLead')}>
        <Facts>
          <CopyField label="JWKS" value={`${endpoint}/oidc/jwks`} />
        </Facts>
      </Section>
      <CookieKeys />
      {rotating && keys.data && (
        <Rotation
          keys={keys.data}
          onClose={() => setRotating(false)}
          onDone={(list) => {
            queries.setQueryData(key, list);
            toast(t('keys.rotated'));
            setRotating(false);
          }}
        />
      )}
      {ending && (
        <ConfirmDialog
          title={t('keys.deleteTitle')}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/configs/oidc/{keyType}/{keyId}', { params: { path: { keyType: 'private-keys', keyId: ending.id } } }));
            await refresh();
            toast(t('keys.deleted'));
          }}
        >
          {t('keys.deleteBody')}
        </ConfirmDialog>
      )}
    </TenantPage>
  );
}

/** Asks by what, and when, the current key is succeeded. */
function Rotation({ keys, onClose, onDone }: { keys: Key[]; onClose: () => void; onDone: (keys: Key[]) => void }) {
  const { t } = useTranslation('tenant');
  const { api } = useTenant();
  const current = keys.find(({ status }) => status === 'Current')?.algorithm;
  const [algorithm, setAlgorithm] = useState<Algorithm>(algorithms.find((each) => each === current) ?? 'ES384');
  const [grace, setGrace] = useState<keyof typeof graces>('day');
  const rotate = async () => onDone(await body(api.POST('/api/signing-keys/rotate', { body: { algorithm, rotationGracePeriod: graces[grace] } })));
  const waits = keys.some(({ status }) => status === 'Next');
  return (
    <FormDialog title={t('keys.rotate')} submit={t('keys.confirm')} disabled={waits && grace === 'none'} send={rotate} onClose={onClose}>
      <Field label={t('keys.algorithm')} hint={t(`keys.about.${algorithm}`)}>
        <select value={algorithm} onChange={(event) => setAlgorithm(event.currentTarget.value as Algorithm)}>
          {algorithms.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </Field>
      <Field label={t('keys.grace')} hint={t(grace === 'none' ? 'keys.graceNoneHint' : 'keys.graceHint')} error={waits && grace === 'none' ? t('keys.nextWaits') : undefined}>
        <select value={grace} onChange={(event) => setGrace(event.currentTarget.value as keyof typeof graces)}>
          {Object.keys(graces).map((each) => (
            <option key={each} value={each}>
              {t(`keys.after.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      {waits && grace !== 'none' && <p className="note warn">{t('keys.nextReplaced')}</p>}
    </FormDialog>
  );
}
