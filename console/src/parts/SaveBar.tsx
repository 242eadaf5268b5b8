import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from './ConfirmDialog';
import { ErrorPanel } from './ErrorPanel';

/** A copy of what is saved that may be changed; it follows the server until somebody changes it. */
export function useDraft<T extends object>(saved: T) {
  const [edits, setEdits] = useState<Partial<T>>({});
  const draft = useMemo(() => ({ ...saved, ...edits }), [saved, edits]);
  const changed = (Object.keys(edits) as (keyof T)[]).filter((key) => !same(saved[key], edits[key]));
  return {
    draft,
    /** The members that differ from what is saved. */
    changed,
    patch: Object.fromEntries(changed.map((key) => [key, edits[key]])) as Partial<T>,
    set: <K extends keyof T>(key: K, value: T[K]) => setEdits((before) => ({ ...before, [key]: value })),
    discard: () => setEdits({}),
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

interface Bar {
  /** How many members are changed; none hides the bar. */
  changes: number;
  saving?: boolean;
  error?: unknown;
  /** Says that something has to be mended first. */
  invalid?: boolean;
  label?: string;
  /** Changes survive going on to pages below this one, a path of the tenant's. */
  within?: string;
  onSave: () => void;
  onDiscard: () => void;
}

/** Appears when something is unsaved; Ctrl S saves, leaving asks. */
export function SaveBar({ changes, saving, error, invalid, label, within, onSave, onDiscard }: Bar) {
  const { t } = useTranslation();
  const dirty = changes > 0;
  const save = () => {
    if (dirty && !saving && !invalid) onSave();
  };
  useHotkeys([['mod+S', save]], []);
  if (!dirty) return null;
  return (
    <>
      <Guard within={within} onDiscard={onDiscard} />
      <div className="savebar" role="region" aria-label={t('save.region')}>
        {error ? (
          <ErrorPanel error={error} title={t('save.failed')} />
        ) : (
          <>
            <span className="dot" />
            <span>
              <b className="strong">{t('save.unsaved', { count: changes })}</b>
              {invalid && <span className="sub"> {t('save.invalid')}</span>}
            </span>
          </>
        )}
        <span className="push" />
        <Button variant="subtle" onClick={onDiscard}>
          {t('act.discard')}
        </Button>
        <Button variant="filled" loading={saving} disabled={invalid} onClick={save} aria-keyshortcuts="Control+S">
          {label ?? t('act.saveChanges')}
        </Button>
      </div>
    </>
  );
}

/** Asks before unsaved changes are lost, inside the Console and when the tab closes. */
function Guard({ within, onDiscard }: { within?: string; onDiscard: () => void }) {
  const { t } = useTranslation();
  const { id } = useTenant();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const stays = within !== undefined && nextLocation.pathname.startsWith(`/${id}/${within}/`);
    return !stays && currentLocation.pathname !== nextLocation.pathname;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('save.leaveTitle')}
      confirm={t('save.leave')}
      keep={t('save.stay')}
      onClose={() => blocker.reset()}
      onConfirm={async () => {
        onDiscard();
        blocker.proceed();
      }}
    >
      {t('save.leaveBody')}
    </ConfirmDialog>
  );
}
