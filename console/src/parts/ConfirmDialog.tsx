import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { ErrorPanel } from './ErrorPanel';

interface Confirm {
  title: string;
  /** What breaks, with numbers. */
  children: ReactNode;
  /** The label of the act; red unless `harmless`. */
  confirm: string;
  keep?: string;
  /** Must be typed first, where others depend on the thing. */
  name?: string;
  harmless?: boolean;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, children, confirm, keep, name, harmless, onConfirm, onClose }: Confirm) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const allowed = name === undefined || typed.trim() === name.trim();
  const run = async () => {
    if (!allowed || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <Dialog onClose={onClose} title={title} role="alertdialog" aria-label={title}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <div className="sub">{children}</div>
        {name !== undefined && (
          <TextInput data-autofocus label={t('confirm.type', { name })} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} autoComplete="off" />
        )}
        {error !== undefined && <ErrorPanel error={error} />}
        <div className="dlg-acts">
          <Button data-autofocus={name === undefined || undefined} onClick={onClose}>
            {keep ?? t('confirm.keep')}
          </Button>
          <Button type="submit" variant="filled" color={harmless ? undefined : 'red'} loading={busy} disabled={!allowed}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
