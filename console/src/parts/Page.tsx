import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { useTitle } from '@/frame/Frame';

/** A page with its title, one line of what it is, and at most one primary act. */
export function Page({ title, lead, actions, children }: { title: string; lead?: string; actions?: ReactNode; children: ReactNode }) {
  useTitle(title);
  return (
    <div className="page">
      <header className="head">
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="acts">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** The way back to the list. */
export function WayBack({ to, label }: { to: string; label: string }) {
  const path = useTenantPath();
  return (
    <Link className="crumb" to={path(to)}>
      <IconChevronLeft size={16} stroke={1.75} aria-hidden className="i i-s flip" />
      {label}
    </Link>
  );
}
