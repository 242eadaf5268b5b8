import IconBolt from '@tabler/icons-react/icons/IconBolt';
import { redirect } from 'react-router';
import { page, type Feature } from '@/app/feature';

/** Actions: the tenant's scripts that have a say at sign-in. */
const feature: Feature = {
  id: 'action',
  nav: { group: 'build', order: 81, icon: IconBolt, path: 'actions' },
  routes: [
    { path: 'actions', loader: ({ params }) => redirect(`/${params.tenantId}/actions/password-refused`) },
    { path: 'actions/password-refused', ...page(() => import('./PasswordRefusedPage'), 'action', 'token-claims') },
    { path: 'actions/signed-in', ...page(() => import('./SignedInPage'), 'action', 'token-claims') },
  ],
};

export default feature;
