import type { ReactNode } from 'react';

/** A list without anything: what the thing is for, and the one act. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <Gate />
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div className="empty-act">{action}</div>}
    </div>
  );
}

function Gate() {
  return (
    <svg width="132" height="96" viewBox="0 0 132 96" fill="none" aria-hidden="true">
      <path d="M8 95h116" stroke="var(--gh-line-strong)" strokeWidth="1.75" strokeLinecap="round" />
      <path
        d="M42 95V49a24 24 0 0 1 48 0v46h-13V50a11 11 0 0 0-22 0v45z"
        fill="var(--c-soft)"
        stroke="var(--gh-brand)"
        strokeWidth="1.75"
        strokeLinejoin="round"
      />
      <circle cx="66" cy="52" r="4" fill="var(--gh-accent)" />
      <path d="M64.5 55h3l1.5 10h-6z" fill="var(--gh-accent)" />
      <path
        d="M14 72h16m-6-6 6 6-6 6M102 72h16m-6-6 6 6-6 6"
        stroke="var(--gh-line-strong)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
