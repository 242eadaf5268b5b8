import IconBraces from '@tabler/icons-react/icons/IconBraces';
import { redirect } from 'react-router';
import { page, type Feature } from '@/app/feature';

/** Token claims: the tenant's scripts that add to access tokens, or refuse them. */
const feature: Feature = {
  id: 'token-claims',
  nav: { group: 'build', order: 80, icon: IconBraces, path: 'token-claims' },
  routes: [
    { path: 'token-claims', loader: ({ params }) => redirect(`/${params.tenantId}/token-claims/people`) },
    { path: 'token-claims/people', ...page(() => import('./PeoplePage'), 'token-claims') },
    { path: 'token-claims/machines', ...page(() => import('./MachinesPage'), 'token-claims') },
  ],
};

export default feature;
