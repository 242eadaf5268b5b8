import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog';
import { ErrorPanel } from '../ErrorPanel';
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
  const [asked, setAsked] = useState(false);
  const name = typed.trim();
  const wrong = name ? taken?.(name) : missing;
  const add = useMutation({ mutationFn: () => make(name, life ? Date.now() + Number(life) * day : null), onSuccess: onMade });
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!wrong && !invalid) add.mutate();
        }}
      >
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
        {add.isError && <ErrorPanel error={add.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={add.isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
