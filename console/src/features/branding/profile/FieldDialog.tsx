import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { FormDialog } from '@/parts/FormDialog';
import { toast } from '@/parts/Toasts';
import { CheckField } from '../fields';
import { dateFormats, inputOf, isStandard, problemsOf, simpleTypes, useFieldNames, type FieldDraft, type FieldType, type PartDraft, type ProfileField } from './profileField';

interface Edited {
  draft: FieldDraft;
  /** The field that is changed; missing where a new one is made. */
  kept?: ProfileField;
  /** The names that fields have. */
  taken: string[];
  onClose: () => void;
}

/** Types whose answer is typed, so that an empty field can show an example. */
const typed: ReadonlySet<FieldType> = new Set(['Text', 'Number', 'Url', 'Regex']);

/** Makes a field, or changes one. */
export function FieldDialog({ draft: begun, kept, taken, onClose }: Edited) {
  const { t } = useTranslation('branding');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const nameOf = useFieldNames();
  const [draft, setDraft] = useState(begun);
  const set = (changes: Partial<FieldDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const wrong = problemsOf(draft, taken, kept);
  const save = async () => {
    const input = inputOf(draft, kept) as never;
    if (kept) await body(api.PUT('/api/custom-profile-fields/{name}', { params: { path: { name: kept.name } }, body: input }));
    else await body(api.POST('/api/custom-profile-fields', { body: { ...(input as object), name: draft.name } as never }));
    await queries.invalidateQueries({ queryKey: [id, 'profile-fields'] });
    toast(t('frame:act.saved'));
    onClose();
  };
  const own = !isStandard(begun.name);
  const title = kept || !own ? nameOf({ name: begun.name, label: kept?.label ?? '' }) : t('profile.fields.add');
  return (
    <FormDialog title={title} submit={t('frame:act.save')} size={560} invalid={Object.keys(wrong).length > 0} send={save} onClose={onClose}>
      {(asked) => {
        const said = (field: keyof FieldDraft) => (asked && wrong[field] ? t(`profile.problem.${wrong[field]}`) : undefined);
        return (
          <>
            {own && !kept && <TextInput data-autofocus classNames={{ input: 'mono' }} label={t('profile.key')} description={t('profile.keyHint')} maxLength={128} spellCheck={false} autoComplete="off" placeholder="companySize" value={draft.name} error={said('name')} onChange={(event) => set({ name: event.currentTarget.value.trim() })} />}
            {own && <TypeField draft={draft} onChange={(type) => set({ type, format: type === 'Date' ? dateFormats[0] : '' })} />}
            <TextInput label={t('profile.label')} description={t(own ? 'profile.labelHint' : 'profile.labelOptional')} maxLength={128} value={draft.label} error={said('label')} onChange={(event) => set({ label: event.currentTarget.value })} />
            {draft.type !== 'Checkbox' && <TextInput label={t('profile.description')} description={t('profile.descriptionHint')} maxLength={256} value={draft.description} onChange={(event) => set({ description: event.currentTarget.value })} />}
            <Details draft={draft} said={said} onChange={set} />
            {typed.has(draft.type) && <TextInput label={t('profile.placeholder')} description={t('profile.placeholderHint')} maxLength={256} value={draft.placeholder} onChange={(event) => set({ placeholder: event.currentTarget.value })} />}
            {draft.type !== 'Checkbox' && <SwitchRow label={t('profile.required')} hint={t('profile.requiredHint')} checked={draft.required} onChange={(required) => set({ required })} />}
          </>
        );
      }}
    </FormDialog>
  );
}

function TypeField({ draft, onChange }: { draft: FieldDraft; onChange: (type: FieldType) => void }) {
  const { t } = useTranslation('branding');
  const types: readonly FieldType[] = draft.parts.length ? [draft.type] : simpleTypes;
  return (
    <Field label={t('profile.kind')}>
      <select value={draft.type} onChange={(event) => onChange(event.currentTarget.value as FieldType)}>
        {types.map((type) => (
          <option key={type} value={type}>
            {t(`profile.type.${type}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface Part {
  draft: FieldDraft;
  said: (field: keyof FieldDraft) => string | undefined;
  onChange: (changes: Partial<FieldDraft>) => void;
}

/** What the type asks for. */
function Details({ draft, said, onChange }: Part) {
  const { t } = useTranslation('branding');
  switch (draft.type) {
    case 'Text':
    case 'Number':
      return <Bounds draft={draft} said={said} onChange={onChange} />;
    case 'Date':
      return (
        <Field label={t('profile.format')} hint={t('profile.formatHint')}>
          <select value={draft.format} onChange={(event) => onChange({ format: event.currentTarget.value })}>
            {[...new Set([draft.format, ...dateFormats])].map((format) => (
              <option key={format}>{format}</option>
            ))}
          </select>
        </Field>
      );
    case 'Select':
      return (
        <Field label={t('profile.options')} hint={t('profile.optionsHint')} error={said('options')}>
          <textarea rows={5} value={draft.options} onChange={(event) => onChange({ options: event.currentTarget.value })} />
        </Field>
      );
    case 'Regex':
      return <TextInput classNames={{ input: 'mono' }} label={t('profile.expression')} description={t('profile.expressionHint')} maxLength={256} spellCheck={false} placeholder="^[A-Z]{2}\d{6}$" value={draft.format} error={said('format')} onChange={(event) => onChange({ format: event.currentTarget.value })} />;
    case 'Checkbox':
      return <CheckField label={t('profile.ticked')} checked={draft.ticked} onChange={(ticked) => onChange({ ticked })} />;
    case 'Fullname':
    case 'Address':
      return <Parts parts={draft.parts} problem={said('parts')} onChange={(parts) => onChange({ parts })} />;
    case 'Url':
      return null;
  }
}

function Bounds({ draft, said, onChange }: Part) {
  const { t } = useTranslation('branding');
  const bound = (field: 'least' | 'most') => (
    <TextInput inputMode="numeric" label={t(`profile.${field}.${draft.type as 'Text' | 'Number'}`)} value={draft[field]} error={said(field)} onChange={(event) => onChange({ [field]: event.currentTarget.value })} />
  );
  return (
    <div className="two">
      {bound('least')}
      {bound('most')}
    </div>
  );
}

/** Which parts of a name or an address are asked, and which of them must be answered. */
function Parts({ parts, problem, onChange }: { parts: PartDraft[]; problem: string | undefined; onChange: (parts: PartDraft[]) => void }) {
  const { t } = useTranslation('branding');
  const change = (name: string, changes: Partial<PartDraft>) => onChange(parts.map((part) => (part.name === name ? { ...part, ...changes } : part)));
  return (
    <fieldset className="f">
      <legend className="lab">{t('profile.parts')}</legend>
      {parts.map((part) => (
        <div key={part.name} className="row">
          <span className="grow">
            <CheckField label={t(`profile.part.${part.name}`)} checked={part.enabled} onChange={(enabled) => change(part.name, { enabled, required: enabled && part.required })} />
          </span>
          {part.enabled && <CheckField label={t('profile.requiredTag')} checked={part.required} onChange={(required) => change(part.name, { required })} />}
        </div>
      ))}
      {problem && (
        <p className="err" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
