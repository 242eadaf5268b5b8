import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useTenantPath } from '@/app/tenant';

export interface TabLink {
  /** Below the tenant. */
  to: string;
  label: string;
  /** Pages below it belong to other tabs. */
  end?: boolean;
}

/** Tabs that are routes; where they do not fit side by side, the one that is open is brought into view. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  const path = useTenantPath();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const laidOut = requestAnimationFrame(() => {
      const open = nav.current?.querySelector<HTMLElement>('[aria-current]');
      if (open && nav.current) nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.clientWidth) / 2;
    });
    return () => cancelAnimationFrame(laidOut);
  }, [pathname]);
  return (
    <nav className="tabs" aria-label={label} ref={nav}>
      {tabs.map(({ to, label: name, end }) => (
        <NavLink key={to} to={path(to)} end={end}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
