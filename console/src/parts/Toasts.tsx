import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconX from '@tabler/icons-react/icons/IconX';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function show(next: Toast[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Says for five seconds that something has been done; never that it has failed. */
export function toast(text: string, undo?: () => void): void {
  show([...toasts.slice(-2), { id: ++last, text, undo }]);
}

const dismiss = (id: number) => show(toasts.filter((toast) => toast.id !== id));

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function Toasts() {
  const current = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className="toasts" role="status">
      {current.map((toast) => (
        <Toast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Toast({ toast: { id, text, undo } }: { toast: Toast }) {
  const { t } = useTranslation();
  useEffect(() => {
    const gone = setTimeout(() => dismiss(id), undo ? 10_000 : 5_000);
    return () => clearTimeout(gone);
  }, [id, undo]);
  return (
    <div className="toast">
      <IconCheck size={20} stroke={1.75} aria-hidden />
      {text}
      {undo && (
        <button
          className="toast-undo"
          type="button"
          onClick={() => {
            undo();
            dismiss(id);
          }}
        >
          {t('act.undo')}
        </button>
      )}
      <button className="ib s" type="button" aria-label={t('act.dismiss')} onClick={() => dismiss(id)}>
        <IconX size={16} stroke={1.75} aria-hidden />
      </button>
    </div>
  );
}
