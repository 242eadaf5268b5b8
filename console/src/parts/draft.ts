import { useMemo, useState } from 'react';

/** A change to one member, and what was saved when it began. */
interface Edit<V> {
  value: V;
  from: V;
}

type Edits<T> = { [K in keyof T]?: Edit<T[K]> };

export interface Draft<T extends object> {
  draft: T;
  /** The members that differ from what is saved. */
  changed: (keyof T)[];
  patch: Partial<T>;
  set: <K extends keyof T>(key: K, value: T[K]) => void;
  discard: () => void;
  /** The members that somebody else has meanwhile changed to something else. */
  clashes: (newest: T) => (keyof T)[];
  /** Gives up one's own changes to these members. */
  yieldTo: (keys: (keyof T)[]) => void;
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A copy of what is saved that may be changed; it follows the server until somebody changes it. */
export function useDraft<T extends object>(saved: T): Draft<T> {
  const [edits, setEdits] = useState<Edits<T>>({});
  const keys = Object.keys(edits) as (keyof T)[];
  const draft = useMemo(() => ({ ...saved, ...Object.fromEntries((Object.keys(edits) as (keyof T)[]).map((key) => [key, edits[key]?.value])) }), [saved, edits]);
  const changed = keys.filter((key) => !same(saved[key], draft[key]));
  return {
    draft,
    changed,
    patch: Object.fromEntries(changed.map((key) => [key, draft[key]])) as Partial<T>,
    set: (key, value) => setEdits((before) => ({ ...before, [key]: { value, from: before[key] ? before[key].from : saved[key] } })),
    discard: () => setEdits({}),
    clashes: (newest) => keys.filter((key) => !same(newest[key], edits[key]?.from) && !same(newest[key], edits[key]?.value)),
    yieldTo: (given) => setEdits((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !given.includes(key as keyof T))) as Edits<T>),
  };
}
