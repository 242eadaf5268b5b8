import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { ErrorPanel } from './ErrorPanel';

interface Form {
  title: string;
  /** The label of the act; the title where nothing else is said. */
  submit?: string;
  size?: number;
  /** Something has to be mended first; the fields say what as soon as somebody has tried. */
  invalid?: boolean;
  /** Nothing can be sent yet, and no field is to blame. */
  disabled?: boolean;
  /** Another act beside the two. */
  beside?: ReactNode;
  /** What failed before, such as the reading of a choice. */
  error?: unknown;
  send: () => unknown;
  onClose: () => void;
  /** The fields; they are told whether somebody has tried to send. */
  children: ReactNode | ((asked: boolean) => ReactNode);
}

/** Fields in a dialog, sent at once: what is wrong, what the server refused, the act and the way out. */
export function FormDialog({ title, submit, size, invalid, disabled, beside, error, send, onClose, children }: Form) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const run = async () => {
    setAsked(true);
    if (invalid) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    if (invalid || disabled || busy) return;
    setBusy(true);
    setRefused(undefined);
    try {
      await send();
    } catch (cause) {
      setRefused(cause);
    } finally {
      setBusy(false);
    }
  };
  const failure = refused ?? error;
  return (
    // A click beside it would lose what was typed.
    <Dialog onClose={onClose} title={title} size={size} closeOnClickOutside={false}>
      <form
        ref={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {typeof children === 'function' ? children(asked) : children}
        {Boolean(failure) && <ErrorPanel error={failure} />}
        <div className="dlg-acts">
          {beside}
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={disabled}>
            {submit ?? title}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
