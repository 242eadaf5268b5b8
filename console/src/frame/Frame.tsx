import { useDocumentTitle, useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLoaderData, useLocation, useNavigation } from 'react-router';
import { TenantProvider, type Tenant } from '@/app/tenant';
import { SideBar } from './SideBar';
import { TopBar } from './TopBar';

const Palette = lazy(() => import('./Palette'));
const Keys = lazy(() => import('./Keys'));

/** What stands around every page of a tenant. */
export function Frame() {
  const tenant = useLoaderData<Tenant>();
  const { t } = useTranslation();
  const [finding, setFinding] = useState(false);
  const [keys, setKeys] = useState(false);
  const busy = useNavigation().state === 'loading';
  useHotkeys(
    [
      ['mod+K', () => setFinding(true)],
      ['?', () => setKeys(true)],
      ['/', focusSearch],
    ],
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
  useHotkeys([['mod+K', () => setFinding(true)]], []);
  useFocusOnPage();
  return (
    <TenantProvider value={tenant}>
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <div className="app">
        <SideBar />
        <TopBar onFind={() => setFinding(true)} onKeys={() => setKeys(true)} />
        <main className="main" id="main" tabIndex={-1} aria-busy={busy}>
          <Outlet />
        </main>
      </div>
      <Suspense>
        {finding && <Palette onClose={() => setFinding(false)} />}
        {keys && <Keys onClose={() => setKeys(false)} />}
      </Suspense>
    </TenantProvider>
  );
}

function focusSearch() {
  document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus();
}

/** For so long a page may take to show its own title. */
const settles = 5000;

/** After a change of the page the focus is on its title, so that a screen reader says where one has come to. */
function useFocusOnPage() {
  const { pathname } = useLocation();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return undefined;
    }
    let given = false;
    const give = () => {
      const title = document.querySelector<HTMLElement>('main h1');
      const nobody = document.activeElement === document.body;
      const busy = document.activeElement?.closest('[role="dialog"], [role="alertdialog"], nav.tabs, main input');
      // A title that gives way to another, once the page has its data, leaves the focus to nobody.
      if (!title || busy || (given && !nobody)) return;
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
      if (!given) window.scrollTo(0, 0);
      given = true;
    };
    const found = requestAnimationFrame(give);
    const changes = new MutationObserver(give);
    changes.observe(document.querySelector('main') as HTMLElement, { childList: true, subtree: true });
    const over = setTimeout(() => changes.disconnect(), settles);
    return () => {
      cancelAnimationFrame(found);
      clearTimeout(over);
      changes.disconnect();
    };
  }, [pathname]);
}

/** Names the browser's tab: the page, then the product. */
export function useTitle(title: string | undefined) {
  useDocumentTitle(title ? `${title} · Gatehouse` : 'Gatehouse');
}
