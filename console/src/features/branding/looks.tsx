import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isColour, long } from './colour';

/** A colour by eye or by its code. */
export function ColourField({ label, optional, value, onChange }: { label: string; optional?: boolean; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('branding');
  const id = useId();
  return (
    <div className="f colour">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input type="color" aria-label={t('colour.pick', { label })} value={isColour(value) ? long(value) : '#000000'} onChange={(event) => onChange(event.currentTarget.value.toUpperCase())} />
        <TextInput id={id} className="mono" value={value} error={!(optional && !value) && !isColour(value) && t('problem.colour')} spellCheck={false} onChange={(event) => onChange(event.currentTarget.value.trim())} />
      </div>
    </div>
  );
}

/** Rules of style of one's own, over those of the pages. */
export function CssField({ label, value, onChange }: { label?: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('branding');
  const id = useId();
  return (
    <div className="f">
      <label htmlFor={id}>{label ?? t('css.label')}</label>
      <textarea className="in mono" id={id} rows={10} spellCheck={false} value={value} placeholder={'.gh-card {\n  border-radius: 4px;\n}'} aria-describedby={`${id}-hint`} onChange={(event) => onChange(event.currentTarget.value)} />
      <p className="hint" id={`${id}-hint`}>
        {t('css.hint')} <code>.gh-page</code> <code>.gh-card</code> <code>.gh-brand</code> <code>.gh-title</code> <code>.gh-form</code> <code>.gh-input</code> <code>.gh-button</code> <code>.gh-footer</code>
      </p>
    </div>
  );
}
