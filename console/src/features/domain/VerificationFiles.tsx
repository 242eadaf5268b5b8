import { Button, TextInput } from '@mantine/core';
import IconPencil from '@tabler/icons-react/icons/IconPencil';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { FormDialog } from '@/parts/FormDialog';
import { DataTable } from '@/parts/list/DataTable';
import { toast } from '@/parts/Toasts';
import { most, problemsOf, types, type VerificationFile } from './verificationFile';

const fresh: VerificationFile = { path: '', content: '', contentType: 'text/plain' };

/** Files that a domain serves for others to make sure of it. */
export function VerificationFiles({ domainId }: { domainId: string }) {
  const { t } = useTranslation('domain');
  const { files, replace } = useFiles(domainId);
  const [open, setOpen] = useState<{ file: VerificationFile; of?: string }>();
  const [ending, setEnding] = useState<VerificationFile>();
  const others = (path: string | undefined) => files.data?.filter((file) => file.path !== path) ?? [];
  return (
    <Section title={t('files.title')} lead={t('files.lead')}>
      {files.isError && <ErrorPanel error={files.error} onRetry={() => void files.refetch()} />}
      {files.data?.length === 0 ? <p className="sub">{t('files.none')}</p> : <Table files={files.data} onEdit={(file) => setOpen({ file, of: file.path })} onEnd={setEnding} />}
      {files.data && files.data.length < most && (
        <p>
          <Button size="xs" onClick={() => setOpen({ file: fresh })}>
            {t('files.add')}
          </Button>
        </p>
      )}
      {open && (
        <FileDialog
          file={open.file}
          added={open.of === undefined}
          others={others(open.of)}
          onClose={() => setOpen(undefined)}
          onSend={async (file) => {
            await replace((now) => (open.of === undefined ? [...now, file] : now.map((each) => (each.path === open.of ? file : each))));
            setOpen(undefined);
          }}
        />
      )}
      {ending && (
        <ConfirmDialog title={t('files.removeTitle', { path: ending.path })} confirm={t('frame:act.delete')} onClose={() => setEnding(undefined)} onConfirm={() => replace((now) => now.filter(({ path }) => path !== ending.path))}>
          {t('files.removeBody')}
        </ConfirmDialog>
      )}
    </Section>
  );
}

/** The files, and what writes them: all at once, from what the server has then. */
function useFiles(domainId: string) {
  const { t } = useTranslation('domain');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const queryKey = [id, 'domain', domainId, 'files'];
  const params = { path: { id: domainId } };
  const files = useQuery({ queryKey, queryFn: ({ signal }) => body(api.GET('/api/domains/{id}/verification-files', { params, signal })) });
  const replace = async (change: (now: VerificationFile[]) => VerificationFile[]) => {
    const now = await body(api.GET('/api/domains/{id}/verification-files', { params }));
    const kept = await body(api.PUT('/api/domains/{id}/verification-files', { params, body: { verificationFiles: change(now) } }));
    queries.setQueryData(queryKey, kept);
    toast(t('files.saved'));
  };
  return { files, replace };
}

function Table({ files, onEdit, onEnd }: { files: VerificationFile[] | undefined; onEdit: (file: VerificationFile) => void; onEnd: (file: VerificationFile) => void }) {
  const { t } = useTranslation('domain');
  return (
    <DataTable
      label={t('files.title')}
      rows={files}
      rowKey={({ path }) => path}
      columns={[
        { id: 'path', header: t('files.path'), cell: ({ path }) => <code className="strong">{path}</code> },
        { id: 'type', header: t('files.type'), optional: true, cell: ({ contentType }) => <span className="sub">{contentType}</span> },
        {
          id: 'acts',
          header: t('frame:list.actions'),
          hidden: true,
          end: true,
          cell: (file) => (
            <span className="row">
              <button className="ib s" type="button" aria-label={t('files.edit', { path: file.path })} onClick={() => onEdit(file)}>
                <IconPencil size={16} stroke={1.75} aria-hidden />
              </button>
              <button className="ib s" type="button" aria-label={t('files.remove', { path: file.path })} onClick={() => onEnd(file)}>
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </button>
            </span>
          ),
        },
      ]}
    />
  );
}

function FileDialog({ file, added, others, onSend, onClose }: { file: VerificationFile; added: boolean; others: VerificationFile[]; onSend: (file: VerificationFile) => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation('domain');
  const [draft, setDraft] = useState(file);
  const set = (changes: Partial<VerificationFile>) => setDraft((before) => ({ ...before, ...changes }));
  const wrong = problemsOf(draft, others);
  return (
    <FormDialog title={t(added ? 'files.add' : 'files.change')} size={560} invalid={Object.keys(wrong).length > 0} send={() => onSend(draft)} onClose={onClose}>
      {(asked) => (
        <>
          <TextInput data-autofocus classNames={{ input: 'mono' }} label={t('files.path')} description={t('files.pathHint')} maxLength={256} spellCheck={false} placeholder="/.well-known/proof.txt" value={draft.path} error={asked && wrong.path && t(`files.problem.${wrong.path}`)} onChange={(event) => set({ path: event.currentTarget.value.trim() })} />
          <Field label={t('files.type')}>
            <select value={draft.contentType} onChange={(event) => set({ contentType: event.currentTarget.value as VerificationFile['contentType'] })}>
              {types.map((type) => (
                <option key={type} value={type}>
                  {type}
                </option>
              ))}
            </select>
          </Field>
          <Field label={t('files.content')} error={asked && wrong.content ? t(`files.problem.${wrong.content}`) : undefined}>
            <textarea className="mono" rows={6} spellCheck={false} value={draft.content} onChange={(event) => set({ content: event.currentTarget.value })} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
