import { createBrowserRouter, redirect, type LoaderFunctionArgs } from 'react-router';
import { Frame } from '@/frame/Frame';
import { NotFound, RouteError } from '@/frame/RouteError';
import { hasNoAdministrator } from './administrators';
import { features } from './feature';
import { isSignedIn, signIn } from './session';
import { findTenant } from './tenant';

const standard = 'default';

/** Shown while it is decided where to go. */
const Nothing = () => null;

/** Without a tenant in the path the standard one is meant: `/console/applications` becomes `/console/default/applications`. */
function fillInTenant({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const path = url.pathname.replace(/^\/console\/?/, '');
  return redirect(`/${standard}/${path}${url.search}`);
}

const isPage = (name?: string) => features.some(({ nav }) => nav?.path === name);

/** The first page of a tenant. */
function first(args: LoaderFunctionArgs) {
  const { tenantId } = args.params;
  return isPage(tenantId) ? fillInTenant(args) : redirect(`/${tenantId}/${features[0]?.nav?.path}`);
}

async function enter({ params, request }: LoaderFunctionArgs) {
  const tenantId = params.tenantId as string;
  if (isPage(tenantId)) return fillInTenant({ params, request } as LoaderFunctionArgs);
  const tenant = findTenant(tenantId);
  if (!(await isSignedIn())) {
    tenant.catch(() => undefined);
    if (await hasNoAdministrator()) return redirect('/welcome');
    await signIn();
  }
  return tenant;
}

export const router = createBrowserRouter(
  [
    { path: '/', loader: fillInTenant, Component: Nothing, HydrateFallback: Nothing },
    { path: '/callback', lazy: () => import('@/frame/Callback'), HydrateFallback: Nothing },
    { path: '/welcome', lazy: () => import('@/frame/Welcome'), HydrateFallback: Nothing },
    {
      id: 'tenant',
      path: '/:tenantId',
      loader: enter,
      Component: Frame,
      ErrorBoundary: RouteError,
      HydrateFallback: Nothing,
      shouldRevalidate: ({ currentParams, nextParams }) => currentParams.tenantId !== nextParams.tenantId,
      children: [
        { index: true, loader: first },
        {
          ErrorBoundary: RouteError,
          children: [...features.flatMap(({ routes }) => routes), { path: '*', Component: NotFound }],
        },
      ],
    },
  ],
  { basename: '/console' },
);
