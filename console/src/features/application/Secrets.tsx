import { Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { SecretField } from '@/parts/Copy';
import { DataTable } from '@/parts/list/DataTable';
import { Section, Status } from '@/parts/DetailsPage';
import { FormDialog } from '@/parts/FormDialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';

const day = 86_400_000;
const lives = ['never', '30', '90', '180', '365'] as const;

/** The secrets of an application: shown, copied, added with an expiry, deleted. */
export function Secrets({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const { date } = useFormat();
  const queries = useQueryClient();
  const key = [tenantId, 'applications', applicationId, 'secrets'];
  const secrets = useQuery({ queryKey: key, queryFn: () => body(api.GET('/api/applications/{id}/secrets', { params: { path: { id: applicationId } } })) });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string>();
  return (
    <Section title={t('secrets.title')} lead={t('secrets.lead')}>
      {secrets.isError && <ErrorPanel error={secrets.error} onRetry={() => void secrets.refetch()} />}
      <DataTable
        label={t('secrets.title')}
        rows={secrets.data}
        rowKey={({ name }) => name}
        columns={[
          { id: 'name', header: t('column.name'), cell: ({ name }) => <span className="strong">{name}</span> },
          { id: 'value', header: t('secrets.secret'), cell: ({ name, value }) => <SecretField value={value} what={`${t('secrets.secret')} ${name}`} /> },
          { id: 'created', header: t('column.created'), optional: true, cell: ({ createdAt }) => <span className="sub">{date(createdAt)}</span> },
          { id: 'expires', header: t('secrets.expires'), cell: ({ expiresAt }) => <Expiry at={expiresAt} /> },
          {
            id: 'end',
            header: t('frame:list.actions'),
            hidden: true,
            end: true,
            cell: ({ name }) => (
              <button className="ib s" type="button" aria-label={t('secrets.delete', { name })} onClick={() => setEnding(name)}>
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </button>
            ),
          },
        ]}
      />
      <p>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
          {t('secrets.add')}
        </Button>
      </p>
      {adding && <AddSecret applicationId={applicationId} onClose={() => setAdding(false)} />}
      {ending !== undefined && (
        <ConfirmDialog
          title={t('secrets.question', { name: ending })}
          confirm={t('frame:act.delete')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await api.DELETE('/api/applications/{id}/secrets/{name}', { params: { path: { id: applicationId, name: ending } } });
            await queries.invalidateQueries({ queryKey: key });
          }}
        >
          {t('secrets.consequence')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function Expiry({ at }: { at: number | null }) {
  const { t } = useTranslation('application');
  const { date, relative } = useFormat();
  if (at === null) return <span className="sub">{t('frame:state.never')}</span>;
  if (at < Date.now()) return <Status kind="idle">{t('secrets.expired', { when: date(at) })}</Status>;
  return at - Date.now() < 14 * day ? <Status kind="warn">{relative(at)}</Status> : <span className="sub">{date(at)}</span>;
}

function AddSecret({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const { t } = useTranslation('application');
  const { id: tenantId, api } = useTenant();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [life, setLife] = useState<(typeof lives)[number]>('never');
  const add = async () => {
    const secret = { name: name.trim(), ...(life !== 'never' && { expiresAt: Date.now() + Number(life) * day }) };
    await body(api.POST('/api/applications/{id}/secrets', { params: { path: { id: applicationId } }, body: secret }));
    void queries.invalidateQueries({ queryKey: [tenantId, 'applications', applicationId, 'secrets'] });
    onClose();
  };
  return (
    <FormDialog title={t('secrets.add')} disabled={!name.trim()} send={add} onClose={onClose}>
      <TextInput data-autofocus label={t('column.name')} value={name} maxLength={256} required onChange={(event) => setName(event.currentTarget.value)} />
      <Field label={t('secrets.expires')}>
        <select value={life} onChange={(event) => setLife(event.currentTarget.value as (typeof lives)[number])}>
          {lives.map((each) => (
            <option key={each} value={each}>
              {each === 'never' ? t('frame:state.never') : t('secrets.days', { count: Number(each) })}
            </option>
          ))}
        </select>
      </Field>
    </FormDialog>
  );
}
