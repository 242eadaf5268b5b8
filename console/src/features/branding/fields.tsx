import { TextInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isUrl } from '@/parts/url';

/** A part of a tab. */
export function Group({ title, lead, action, children }: { title: string; lead?: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <div className="row">
        <div className="grow">
          <h2 id={id}>{title}</h2>
          {lead && <p className="sub">{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

/** An address that may be left empty. */
export function UrlField({ label, hint, value, onChange }: { label: string; hint?: string; value: string | null | undefined; onChange: (value: string) => void }) {
  const { t } = useTranslation('branding');
  const text = value ?? '';
  return (
    <TextInput
      type="url"
      label={label}
      description={hint}
      placeholder="https://"
      value={text}
      error={text && !isUrl(text) ? t('problem.url') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A choice of one among few. */
export function SelectField<T extends string>({ label, hint, value, options, onChange }: { label: string; hint?: string; value: T; options: [T, string][]; onChange: (value: T) => void }) {
  const id = useId();
  return (
    <div className="f">
      <label htmlFor={id}>{label}</label>
      <select className="in" id={id} value={value} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A box to tick. */
export function CheckField({ label, checked, disabled, onChange }: { label: string; checked: boolean; disabled?: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

/** A whole number within bounds. */
export function NumberField({ label, hint, value, min, max, onChange }: { label: string; hint?: string; value: number; min: number; max: number; onChange: (value: number) => void }) {
  const { t } = useTranslation('branding');
  const wrong = !Number.isInteger(value) || value < min || value > max;
  return (
    <TextInput
      type="number"
      label={label}
      description={hint}
      min={min}
      max={max}
      value={Number.isNaN(value) ? '' : value}
      error={wrong ? t('problem.number', { min, max }) : undefined}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
