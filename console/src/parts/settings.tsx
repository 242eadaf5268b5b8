import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '@/app/tenant';
import { useDraft, type Draft } from './draft';
import { SaveBar } from './SaveBar';
import { toast } from './Toasts';

const Compare = lazy(() => import('./Compare'));

interface Settings<R, T extends object> {
  /** The key below the tenant under which the thing is read. */
  of: string[];
  thing: R;
  /** What of the thing may be changed here. */
  editable: (thing: R) => T;
  /** How each member is called. */
  labels: Record<keyof T, string>;
  /** Writes the changes; `thing` and `draft` are as new as can be. */
  send: (changes: { patch: Partial<T>; draft: T; thing: R }) => Promise<unknown>;
  /** Something has to be mended before it can be saved. */
  invalid?: (draft: T) => boolean;
  /** Keys of lists that show the thing, below the tenant. */
  lists?: string[];
}

/** What somebody else saved while one's own change was being made. */
interface Clash<T> {
  keys: (keyof T)[];
  theirs: T;
}

/**
 * The settings of one thing: a draft, and the bar that saves it. Before anything is sent the thing is read again, so that what
 * somebody else saved meanwhile is compared and not lost.
 */
export function useSettings<R, T extends object>({ of, thing, editable, labels, send, invalid, lists }: Settings<R, T>): Draft<T> & { bar: ReactNode; invalid: boolean } {
  const { t } = useTranslation();
  const { id } = useTenant();
  const queries = useQueryClient();
  const own = useDraft(editable(thing));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [clash, setClash] = useState<Clash<T>>();
  const [comparing, setComparing] = useState(false);
  const queryKey = [id, ...of];
  const wrong = invalid?.(own.draft) ?? false;

  const newest = async () => {
    await queries.refetchQueries({ queryKey, exact: true }, { throwOnError: true });
    return queries.getQueryData(queryKey) as R;
  };
  const write = async (now: R) => {
    await send({ patch: own.patch, draft: { ...editable(now), ...own.patch }, thing: now });
    await Promise.all([queries.invalidateQueries({ queryKey, exact: true }), lists && queries.invalidateQueries({ queryKey: [id, ...lists] })]);
    // Whoever shows the thing hears of it in the next turn: a draft given up before would fall back to what was saved earlier.
    await new Promise((heard) => setTimeout(heard));
    own.discard();
    setClash(undefined);
    setComparing(false);
    toast(t('act.saved'));
  };
  const save = async (whatever = false) => {
    setBusy(true);
    setError(undefined);
    try {
      const now = await newest();
      const theirs = editable(now);
      const keys = own.clashes(theirs);
      if (keys.length && !whatever) setClash({ keys, theirs });
      else await write(now);
    } catch (cause) {
      setError(cause);
      setComparing(false);
    } finally {
      setBusy(false);
    }
  };
  const discard = () => {
    own.discard();
    setClash(undefined);
    setError(undefined);
  };
  const bar = (
    <>
      <SaveBar
        changes={own.changed.length}
        saving={busy}
        error={error}
        invalid={wrong}
        onCompare={clash && (() => setComparing(true))}
        onSave={() => void save()}
        onDiscard={discard}
      />
      <Suspense>
        {comparing && clash && (
          <Compare
            rows={clash.keys.map((key) => ({ label: labels[key], mine: own.draft[key], theirs: clash.theirs[key] }))}
            saving={busy}
            onKeep={() => void save(true)}
            onYield={() => {
              own.yieldTo(clash.keys);
              setClash(undefined);
              setComparing(false);
            }}
            onClose={() => setComparing(false)}
          />
        )}
      </Suspense>
    </>
  );
  return { ...own, discard, bar, invalid: wrong };
}
