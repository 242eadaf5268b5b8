import IconEye from '@tabler/icons-react/icons/IconEye';
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { isSecret, type Problem } from './config';
import type { FormItem } from '../connector';
import { useFieldLabels } from './labels';

interface Field {
  item: FormItem;
  value: unknown;
  problem?: Problem;
  onChange: (value: unknown) => void;
  onBlur: () => void;
}

/** One field of a connector's form, as its type wants to be edited. */
export function ConfigField({ item: given, value, problem, onChange, onBlur }: Field) {
  const id = useId();
  const { i18n } = useTranslation();
  const label = useFieldLabels()(given);
  // The provider's pages use the English name, so it stands beside ours.
  const original = label !== given.label && i18n.language !== 'en' ? given.label : undefined;
  const item = { ...given, label };
  if (item.type === 'Switch') return <SwitchRow label={label} hint={item.description} checked={value === true} onChange={onChange} />;
  if (item.type === 'MultiSelect') return <Choices item={item} value={value as string[]} onChange={onChange} />;
  const common = {
    id,
    name: item.key,
    value: String(value ?? ''),
    required: item.required,
    placeholder: item.placeholder,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem ? `${id}-problem` : item.description ? `${id}-hint` : undefined,
    onBlur,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <FieldFrame id={id} label={label} original={original} optional={!item.required} hint={item.description} problem={problem}>
      <Control item={item} common={common} />
    </FieldFrame>
  );
}

type Common = Omit<React.ComponentProps<'input'> & React.ComponentProps<'textarea'> & React.ComponentProps<'select'>, 'ref' | 'onChange' | 'onBlur' | 'value'> & {
  value: string;
  onBlur: () => void;
  onChange: (event: { currentTarget: { value: string } }) => void;
};

function Control({ item, common }: { item: FormItem; common: Common }) {
  switch (item.type) {
    case 'Select':
      return (
        <select className="in" {...common}>
          {!item.required && !item.defaultValue && <option value="">—</option>}
          {item.selectItems?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.title ?? option.value}
            </option>
          ))}
        </select>
      );
    case 'Json':
      return <textarea className="in mono" rows={Math.min(12, Math.max(3, common.value.split('\n').length))} spellCheck={false} {...common} />;
    case 'MultilineText':
      return <textarea className="in mono" rows={2} spellCheck={false} {...common} />;
    case 'Number':
      return <input className="in" inputMode="numeric" {...common} />;
    default:
      return isSecret(item) ? <SecretInput label={item.label} common={common} /> : <input className="in mono" autoComplete="off" spellCheck={false} {...common} />;
  }
}

const shownFor = 30_000;

function SecretInput({ label, common }: { label: string; common: Common }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!shown) return undefined;
    const hidden = setTimeout(() => setShown(false), shownFor);
    return () => clearTimeout(hidden);
  }, [shown]);
  const Icon = shown ? IconEyeOff : IconEye;
  return (
    <span className="inx">
      <input className="in mono" type={shown ? 'text' : 'password'} autoComplete="new-password" spellCheck={false} {...common} />
      <button className="ib s" type="button" aria-pressed={shown} aria-label={t('act.showWhat', { what: label })} onClick={() => setShown(!shown)}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </button>
    </span>
  );
}

function Choices({ item, value, onChange }: { item: FormItem; value: string[]; onChange: (value: string[]) => void }) {
  return (
    <fieldset className="f">
      <legend className="lab">{item.label}</legend>
      {item.selectItems?.map((option) => (
        <label className="check" key={option.value}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...value, option.value] : value.filter((one) => one !== option.value))}
          />
          {option.title ?? option.value}
        </label>
      ))}
    </fieldset>
  );
}

interface Frame {
  id: string;
  label: string;
  /** The English name, where it is another. */
  original?: string;
  optional?: boolean;
  hint?: string;
  problem?: Problem;
  children: ReactNode;
}

/** A labelled control with its hint, and what is wrong with it in words. */
export function FieldFrame({ id, label, original, optional, hint, problem, children }: Frame) {
  const { t } = useTranslation('connector');
  const { t: common } = useTranslation();
  return (
    <div className="f">
      <label htmlFor={id}>
        {label} {optional && <span className="opt">{common('state.optional')}</span>}{' '}
        {original && (
          <span className="opt original" lang="en">
            {original}
          </span>
        )}
      </label>
      {children}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="err" id={`${id}-problem`}>
          {typeof problem === 'string' ? t(`problem.${problem}`) : problem.message}
        </p>
      )}
    </div>
  );
}
