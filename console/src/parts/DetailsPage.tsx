import { useId, type ReactNode } from 'react';
import { useTitle } from '@/frame/Frame';
import { WayBack } from './Page';
import { TabLinks, type TabLink } from './TabLinks';

interface Details {
  back: { to: string; label: string };
  title: string;
  /** Logo or avatar. */
  emblem?: ReactNode;
  /** Type, identifier, status. */
  meta?: ReactNode;
  actions?: ReactNode;
  tabs?: TabLink[];
  /** What stands below the sheet's content, such as the save bar. */
  foot?: ReactNode;
  children: ReactNode;
}

/** One thing: the way back, what it is, its tabs (routes), its sections. */
export function DetailsPage({ back, title, emblem, meta, actions, tabs = [], foot, children }: Details) {
  useTitle(title);
  return (
    <>
      <div className="page">
        <WayBack {...back} />
        <header className="idh">
          {emblem}
          <div>
            <h1>{title}</h1>
            {meta && <div className="meta">{meta}</div>}
          </div>
          {actions && <div className="acts">{actions}</div>}
        </header>
        {tabs.length > 0 && <TabLinks label={title} tabs={tabs.map((tab) => ({ ...tab, end: true }))} />}
        {children}
      </div>
      {foot}
    </>
  );
}

/** A part of a page: what it is on the left, its fields on the right. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sec" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {lead && <p>{lead}</p>}
      </header>
      <div className="stack">{children}</div>
    </section>
  );
}

/** Names and values, a line each. */
export const Facts = ({ children }: { children: ReactNode }) => <dl className="kv">{children}</dl>;

export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** A dot and a word. */
export const Status = ({ kind, children }: { kind: 'ok' | 'warn' | 'bad' | 'none' | 'idle'; children: ReactNode }) => (
  <span className={`st ${kind}`}>{children}</span>
);

/** What cannot be taken back, kept last. */
export const DangerZone = ({ children }: { children: ReactNode }) => <div className="danger">{children}</div>;

export const Danger = ({ title, children, action }: { title: string; children: ReactNode; action: ReactNode }) => (
  <div>
    <p>
      <span className="strong">{title}</span>
      <br />
      <span className="sub">{children}</span>
    </p>
    {action}
  </div>
);

/** A switch with what it does beside it. */
export function SwitchRow({ label, hint, checked, onChange }: { label: string; hint?: string; checked: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <div className="swrow">
      <span>
        <label className="strong" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <span className="hint block" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
      <input
        className="sw"
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

/** A box to tick with a technical name, and what that means. */
export function CheckRow({ name, hint, checked, disabled, onChange }: { name: string; hint?: string | null; checked: boolean; disabled?: boolean; onChange: (on: boolean) => void }) {
  const id = useId();
  return (
    <div className="check">
      <input id={id} type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      <label htmlFor={id}>
        <code>{name}</code> {hint && <span className="hint">{hint}</span>}
      </label>
    </div>
  );
}
