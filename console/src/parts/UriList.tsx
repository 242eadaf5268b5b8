import { Button, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconX from '@tabler/icons-react/icons/IconX';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface List {
  label: string;
  hint?: string;
  values: string[];
  placeholder?: string;
  /** What is wrong with a line, in words; nothing when it may be saved. */
  problem?: (value: string) => string | undefined;
  onChange: (values: string[]) => void;
}

/** Addresses, a line each; an empty list still offers one line. */
export function UriList({ label, hint, values, placeholder, problem, onChange }: List) {
  const { t } = useTranslation();
  const id = useId();
  const shown = values.length ? values : [''];
  const change = (at: number, value: string) => onChange(shown.map((before, index) => (index === at ? value : before)));
  return (
    <div className="f" role="group" aria-labelledby={id}>
      <span className="lab" id={id}>
        {label}
      </span>
      <ul className="uris">
        {shown.map((value, index) => (
          // The lines have no identity of their own; their place is it.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <TextInput
              className="grow mono"
              type="url"
              aria-label={t('uri.line', { label, number: index + 1 })}
              placeholder={placeholder}
              value={value}
              error={value && problem?.(value)}
              onChange={(event) => change(index, event.currentTarget.value)}
              onBlur={() => value !== value.trim() && change(index, value.trim())}
            />
            <button
              className="ib"
              type="button"
              aria-label={t('uri.remove', { label, number: index + 1 })}
              disabled={shown.length === 1 && !value}
              onClick={() => onChange(shown.filter((_, at) => at !== index))}
            >
              <IconX size={18} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {hint && <p className="hint">{hint}</p>}
      <p>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => onChange([...shown, ''])}>
          {t('uri.add')}
        </Button>
      </p>
    </div>
  );
}
