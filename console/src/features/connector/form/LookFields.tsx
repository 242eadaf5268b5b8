import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from './ConfigField';
import type { Problem } from './config';

/** Name, logo and target that a tenant gives a standard connector, as they are typed. */
export interface LookValues {
  name: string;
  target: string;
  logo: string;
  logoDark: string;
}

interface Fields {
  values: LookValues;
  /** The target of a connector that exists stays. */
  fixedTarget?: boolean;
  problems: Partial<Record<keyof LookValues, Problem>>;
  onChange: (values: LookValues) => void;
  onBlur: () => void;
}

/** How the provider of a standard connector is called and shown. */
export function LookFields({ values, fixedTarget, problems, onChange, onBlur }: Fields) {
  const { t } = useTranslation('connector');
  const id = useId();
  const field = (key: keyof LookValues, optional: boolean, more: object = {}) => (
    <FieldFrame id={`${id}-${key}`} label={t(`look.${key}`)} hint={t(`look.${key}Hint`)} optional={optional} problem={problems[key]}>
      <input
        className={key === 'name' ? 'in' : 'in mono'}
        id={`${id}-${key}`}
        name={`look-${key}`}
        required={!optional}
        autoComplete="off"
        value={values[key]}
        aria-invalid={problems[key] !== undefined}
        aria-describedby={`${id}-${key}-${problems[key] ? 'problem' : 'hint'}`}
        onBlur={onBlur}
        onChange={(event) => onChange({ ...values, [key]: event.currentTarget.value })}
        {...more}
      />
    </FieldFrame>
  );
  return (
    <>
      {field('name', false)}
      {field('target', false, { readOnly: fixedTarget, spellCheck: false })}
      <div className="two">
        {field('logo', true, { type: 'url' })}
        {field('logoDark', true, { type: 'url' })}
      </div>
    </>
  );
}

const isUrl = (text: string) => text.trim() === '' || (URL.canParse(text.trim()) && /^(https?|data):/.test(text.trim()));

/** What is wrong with these values, in the words of the form. */
export function checkLook(values: LookValues, words: { url: string; target: string }): Partial<Record<keyof LookValues, Problem>> {
  return {
    ...(!values.name.trim() && { name: 'required' as const }),
    ...(!values.target.trim() ? { target: 'required' as const } : !/^[a-z0-9_.-]+$/i.test(values.target.trim()) && { target: { message: words.target } }),
    ...(!isUrl(values.logo) && { logo: { message: words.url } }),
    ...(!isUrl(values.logoDark) && { logoDark: { message: words.url } }),
  };
}

/** A target that suits a name: `Acme ID` becomes `acme-id`. */
export const targetFor = (name: string, otherwise = '') =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || (name.trim() && otherwise);
