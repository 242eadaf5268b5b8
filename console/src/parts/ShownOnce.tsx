import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';

interface Once {
  title: string;
  children: ReactNode;
  /** What is shown: its name and its value. */
  what: string;
  value: string;
  /** The second question, when somebody closes without having copied. */
  warning: string;
  onClose: () => void;
}

/** A secret that nobody sees again: it closes after it was copied, or after a second question. */
export function ShownOnce({ title, children, what, value, warning, onClose }: Once) {
  const { t } = useTranslation();
  const { copy, copied } = useClipboard({ timeout: 2000 });
  const [kept, setKept] = useState(false);
  const [asked, setAsked] = useState(false);
  const close = () => {
    if (kept || asked) onClose();
    else setAsked(true);
  };
  return (
    <Dialog onClose={close} title={title}>
      <div className="stack">
        <div className="sub">{children}</div>
        <p className="cmd">
          <code className={value.includes('\n') ? 'lines' : 'clip'} aria-label={what}>
            {value}
          </code>
        </p>
        {asked && !kept && (
          <p className="note warn" role="alert">
            {warning}
          </p>
        )}
        <div className="dlg-acts">
          <Button onClick={close}>{t('act.close')}</Button>
          <Button
            variant="filled"
            data-autofocus
            onClick={() => {
              copy(value);
              setKept(true);
            }}
          >
            {copied ? t('act.copied') : t('act.copyWhat', { what })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
