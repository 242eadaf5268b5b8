import IconMenu2 from '@tabler/icons-react/icons/IconMenu2';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { features, type Feature, type NavGroup } from '@/app/feature';
import { useTenant, useTenantPath } from '@/app/tenant';
import { Mark } from './Mark';

const groups: NavGroup[] = ['first', 'signing', 'access', 'people', 'build', 'last'];

/** The way through the Console; below 900 px a drawer that the burger opens. */
export function SideBar() {
  const { t } = useTranslation();
  const tenant = useTenant();
  const side = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (side.current?.matches(':popover-open')) side.current.hidePopover();
  }, [pathname]);
  return (
    <aside className="side" id="side" popover="auto" ref={side} aria-label={t('frame.console')}>
      <div className="tenant">
        <Mark />
        <span className="grow">
          <b>Gatehouse</b>
          <small>{t('frame.tenant', { id: tenant.id })}</small>
        </span>
      </div>
      <nav className="nav" aria-label={t('frame.main')}>
        {groups.map((group) => (
          <Group key={group} group={group} members={features.filter(({ nav }) => nav?.group === group)} />
        ))}
      </nav>
    </aside>
  );
}

function Group({ group, members }: { group: NavGroup; members: Feature[] }) {
  const { t } = useTranslation();
  if (!members.length) return null;
  const named = group !== 'first' && group !== 'last';
  return (
    <>
      {named && <h2 id={`nav-${group}`}>{t(`group.${group}`)}</h2>}
      <ul aria-labelledby={named ? `nav-${group}` : undefined} className={group === 'last' ? 'nav-last' : undefined}>
        {members.map((feature) => (
          <Item key={feature.id} feature={feature} />
        ))}
      </ul>
    </>
  );
}

function Item({ feature: { id, nav } }: { feature: Feature }) {
  const { t } = useTranslation();
  const path = useTenantPath();
  if (!nav) return null;
  const Icon = nav.icon;
  return (
    <li>
      <NavLink to={path(nav.path)}>
        <Icon size={18} stroke={1.75} aria-hidden />
        {t(`nav.${id}`)}
      </NavLink>
    </li>
  );
}

/** Opens the drawer where the side bar is one. */
export function Burger() {
  const { t } = useTranslation();
  return (
    <button className="ib burger" type="button" popoverTarget="side" aria-label={t('frame.openNavigation')}>
      <IconMenu2 size={20} stroke={1.75} aria-hidden />
    </button>
  );
}
