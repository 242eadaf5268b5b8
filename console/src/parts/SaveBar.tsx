import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from './ConfirmDialog';
import { ErrorPanel } from './ErrorPanel';

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
  /** There is something to compare: somebody else has changed the same. */
  onCompare?: () => void;
  onSave: () => void;
  onDiscard: () => void;
}

/** Appears when something is unsaved; Ctrl S saves, leaving asks. */
export function SaveBar({ changes, saving, error, invalid, label, within, onCompare, onSave, onDiscard }: Bar) {
  const { t } = useTranslation();
  const dirty = changes > 0;
  const save = () => {
    if (dirty && !saving && !invalid && !onCompare) onSave();
  };
  useHotkeys([['mod+S', save]], []);
  if (!dirty) return null;
  return (
    <>
      <LeaveGuard within={within} onLeave={onDiscard} />
      <div className="savebar" role="region" aria-label={t('save.region')}>
        {error ? (
          <ErrorPanel error={error} title={t('save.failed')} />
        ) : onCompare ? (
          <span role="alert">
            <b className="strong">{t('save.failed')}</b> {t('clash.text')}
          </span>
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
        {onCompare ? (
          <Button variant="filled" loading={saving} onClick={onCompare}>
            {t('clash.compare')}
          </Button>
        ) : (
          <Button variant="filled" loading={saving} disabled={invalid} onClick={save} aria-keyshortcuts="Control+S">
            {label ?? t('act.saveChanges')}
          </Button>
        )}
      </div>
    </>
  );
}

/** Asks before unsaved changes are lost, inside the Console and when the tab closes; `within` are pages that keep them. */
export function LeaveGuard({ within, onLeave }: { within?: string; onLeave?: () => void }) {
  const { t } = useTranslation();
  const { id } = useTenant();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const stays = within !== undefined && `${nextLocation.pathname}/`.startsWith(`/${id}/${within}/`);
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
        onLeave?.();
        blocker.proceed();
      }}
    >
      {t('save.leaveBody')}
    </ConfirmDialog>
  );
}
