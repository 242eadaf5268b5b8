import { Button, TextInput } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown';
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { Field as Control } from '@/parts/Field';
import { hasValues, kinds, moved, problemOf, type Field, type Kind } from './detail';
import './detail.css';

const most = 50;

/** The members that a detail may have, in the order in which people read them. */
export function Fields({ fields, onChange }: { fields: Field[]; onChange: (fields: Field[]) => void }) {
  const { t } = useTranslation('detail');
  const [said, setSaid] = useState('');
  const added = useRef(0);
  const called = (field: Field, index: number) => field.name.trim() || t('fieldNumber', { number: index + 1 });
  const change = (key: string, what: Partial<Field>) => onChange(fields.map((field) => (field.key === key ? { ...field, ...what } : field)));
  const move = (from: number, to: number) => {
    onChange(moved(fields, from, to));
    setSaid(t('moved', { name: called(fields[from]!, from), place: to + 1, count: fields.length }));
  };
  const add = () => {
    const key = `new-${(added.current += 1)}`;
    onChange([...fields, { key, name: '', label: '', kind: 'text', required: false, values: '' }]);
    requestAnimationFrame(() => document.getElementById(`field-${key}`)?.focus());
  };
  return (
    <>
      {!fields.length && <p className="sub">{t('noFields')}</p>}
      <ol className="detail-fields" aria-label={t('fields')}>
        {fields.map((field, index) => (
          <li key={field.key}>
            <header>
              <span className="strong grow clip">{called(field, index)}</span>
              <button className="ib s" type="button" disabled={index === 0} aria-label={t('up', { name: called(field, index) })} onClick={() => move(index, index - 1)}>
                <IconArrowUp size={16} stroke={1.75} aria-hidden />
              </button>
              <button className="ib s" type="button" disabled={index === fields.length - 1} aria-label={t('down', { name: called(field, index) })} onClick={() => move(index, index + 1)}>
                <IconArrowDown size={16} stroke={1.75} aria-hidden />
              </button>
              <button className="ib s" type="button" aria-label={t('remove', { name: called(field, index) })} onClick={() => onChange(fields.filter((one) => one !== field))}>
                <IconX size={16} stroke={1.75} aria-hidden />
              </button>
            </header>
            <One field={field} fields={fields} onChange={(what) => change(field.key, what)} />
          </li>
        ))}
      </ol>
      <span className="sr" role="status">
        {said}
      </span>
      <p>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} disabled={fields.length >= most} onClick={add}>
          {t('addField')}
        </Button>
      </p>
    </>
  );
}

function One({ field, fields, onChange }: { field: Field; fields: Field[]; onChange: (what: Partial<Field>) => void }) {
  const { t } = useTranslation('detail');
  const problem = problemOf(field, fields);
  const said = problem && t(`problem.${problem}`);
  return (
    <div className="stack">
      <div className="two">
        <TextInput id={`field-${field.key}`} classNames={{ input: 'mono' }} label={t('fieldName')} description={t('fieldNameHint')} spellCheck={false} value={field.name} error={problem !== 'tooManyValues' && said} onChange={(event) => onChange({ name: event.currentTarget.value })} />
        <TextInput label={t('fieldLabel')} description={t('fieldLabelHint')} maxLength={128} placeholder={field.name} value={field.label} onChange={(event) => onChange({ label: event.currentTarget.value })} />
      </div>
      <Control label={t('kind')}>
        <select value={field.kind} onChange={(event) => onChange({ kind: event.currentTarget.value as Kind })}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
      </Control>
      {hasValues(field.kind) && (
        <Control label={t('values')} optional hint={t('valuesHint')} error={problem === 'tooManyValues' ? said : undefined}>
          <textarea className="mono" rows={2} spellCheck={false} value={field.values} onChange={(event) => onChange({ values: event.currentTarget.value })} />
        </Control>
      )}
      <SwitchRow label={t('required')} hint={t('requiredHint')} checked={field.required} onChange={(required) => onChange({ required })} />
    </div>
  );
}
