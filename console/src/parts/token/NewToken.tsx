import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../FormDialog';
import { Field } from '../Field';

const day = 86_400_000;

interface New<T> {
  title: string;
  submit: string;
  name: { label: string; hint: string; missing: string; taken?: (name: string) => string | undefined };
  /** After how many days it may end, and which of them is offered first; never is always among them. */
  until: { label: string; days: (count: number) => string; lives: number[]; usual: number };
  /** More fields, and whether they hold something wrong. */
  children?: ReactNode;
  invalid?: boolean;
  make: (name: string, expiresAt: number | null) => Promise<T>;
  onMade: (made: T) => void;
  onClose: () => void;
}

/** Makes a token: whom or what it is for, and how long. */
export function NewToken<T>({ title, submit, name: { label, hint, missing, taken }, until, children, invalid, make, onMade, onClose }: New<T>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [life, setLife] = useState(String(until.usual));
  const name = typed.trim();
  const wrong = name ? taken?.(name) : missing;
  const add = async () => onMade(await make(name, life ? Date.now() + Number(life) * day : null));
  return (
    <FormDialog title={title} submit={submit} invalid={Boolean(wrong) || invalid} send={add} onClose={onClose}>
      {(asked) => (
        <>
          <TextInput data-autofocus label={label} description={hint} maxLength={256} value={typed} error={(asked || name) && wrong} onChange={(event) => setTyped(event.currentTarget.value)} />
          {children}
          <Field label={until.label}>
            <select value={life} onChange={(event) => setLife(event.currentTarget.value)}>
              {until.lives.map((days) => (
                <option key={days} value={days}>
                  {until.days(days)}
                </option>
              ))}
              <option value="">{t('state.never')}</option>
            </select>
          </Field>
        </>
      )}
    </FormDialog>
  );
}
