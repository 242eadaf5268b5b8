import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query, rows, type Rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { FormDialog } from '@/parts/FormDialog';
import { PickLine } from '@/parts/PickDialog';
import { SelectField } from '../../branding/fields';
import { beginsAt, draftOf, inputOf, kinds, problemsOf, type Draft, type Initiated, type Target } from './initiated';

interface Edit {
  title: string;
  stored?: Initiated;
  target?: Target;
  onSave: (input: ReturnType<typeof inputOf>) => Promise<unknown>;
  onClose: () => void;
}

/** What people are signed in to who come from their provider, and how. */
export function InitiatedDialog({ title, stored, target, onSave, onClose }: Edit) {
  const { t } = useTranslation('enterprise');
  const [draft, setDraft] = useState(() => draftOf(stored, target));
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const problems = problemsOf(draft);
  const addresses = draft.target?.oidcClientMetadata.redirectUris ?? [];
  return (
    <FormDialog title={title} submit={t('frame:act.saveChanges')} invalid={Object.keys(problems).length > 0} send={() => onSave(inputOf(draft))} onClose={onClose}>
      {(asked) => (
        <>
          <TargetChoice value={draft.target} onChange={(next) => set({ target: next, redirectUri: '' })} />
          {asked && problems.target && <p className="err">{t('initiated.applicationMissing')}</p>}
          {draft.target && draft.target.type !== 'SPA' && (
            <SelectField
              label={t('initiated.begins')}
              value={draft.begins}
              options={[
                ['here', t('initiated.here')],
                ['there', t('initiated.there')],
              ]}
              onChange={(begins) => set({ begins })}
            />
          )}
          {draft.target && beginsAt(draft) === 'there' && (
            <TextInput
              type="url"
              label={t('initiated.callback')}
              description={t('initiated.callbackHint')}
              placeholder="https://"
              value={draft.callback}
              error={asked && problems.callback && t('initiated.callbackMissing')}
              onChange={(event) => set({ callback: event.currentTarget.value })}
            />
          )}
          {draft.target && beginsAt(draft) === 'here' && (
            <>
              {addresses.length > 1 && (
                <SelectField
                  label={t('redirect')}
                  value={draft.redirectUri}
                  options={[['', t('initiated.firstUri')], ...addresses.map((each): [string, string] => [each, each])]}
                  onChange={(redirectUri) => set({ redirectUri })}
                />
              )}
              <TextInput label={t('field.scope')} description={t('initiated.scopeHint')} value={draft.scope} onChange={(event) => set({ scope: event.currentTarget.value })} />
              <Field label={t('initiated.parameters')} optional hint={t('initiated.parametersHint')} error={asked && problems.parameters ? t('initiated.parametersWrong') : undefined}>
                <textarea className="mono" rows={3} spellCheck={false} value={draft.parameters} onChange={(event) => set({ parameters: event.currentTarget.value })} />
              </Field>
            </>
          )}
          <p className="note warn">{t('initiated.warning')}</p>
        </>
      )}
    </FormDialog>
  );
}

/** One of the tenant's own applications, searched on the server. */
function TargetChoice({ value, onChange }: { value?: Target; onChange: (target: Target) => void }) {
  const { t } = useTranslation('enterprise');
  const { id, api } = useTenant();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 250);
  const found = useQuery({
    queryKey: [id, 'pick', 'initiated', asked],
    queryFn: ({ signal }) =>
      rows(api.GET('/api/applications', { params: query({ types: kinds, isThirdParty: false, page: 1, page_size: 20, search: asked && `%${asked}%` }), signal }) as never) as Promise<Rows<Target>>,
    placeholderData: keepPreviousData,
  });
  const shown = [...(value && !found.data?.rows.some((each) => each.id === value.id) ? [value] : []), ...(found.data?.rows ?? [])];
  return (
    <fieldset className="f">
      <legend className="lab">{t('initiated.application')}</legend>
      <input className="in" type="search" aria-label={t('initiated.search')} placeholder={t('initiated.search')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !shown.length && <p className="sub">{t('initiated.nothing')}</p>}
      <ul className="picks" aria-busy={found.isFetching}>
        {shown.map((each) => (
          <li key={each.id}>
            <label className="check">
              <input type="radio" name="target" checked={each.id === value?.id} onChange={() => onChange(each)} />
              <PickLine name={each.name} hint={t(`initiated.kind.${each.type}` as 'initiated.kind.SPA')} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
