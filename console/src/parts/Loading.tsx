import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const patience = 150;

/** True once `waiting` has lasted long enough to be worth showing. */
export function useLateness(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) {
      setLate(false);
      return undefined;
    }
    const grown = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(grown);
  }, [waiting]);
  return waiting && late;
}

/** Nothing for 150 ms, then the shape of what comes. */
export function Loading({ children, lines = 4 }: { children?: ReactNode; lines?: number }) {
  const { t } = useTranslation();
  if (!useLateness(true)) return null;
  return (
    <div className="stack" role="status" aria-label={t('state.loading')}>
      {children ?? Array.from({ length: lines }, (_, line) => <Skeleton key={line} width={`${86 - ((line * 23) % 50)}%`} />)}
    </div>
  );
}

export const Skeleton = ({ width, height = 12, round }: { width: number | string; height?: number; round?: number }) => (
  <span className="skel" style={{ inlineSize: width, blockSize: height, borderRadius: round }} />
);
