import IconUsers from '@tabler/icons-react/icons/IconUsers';
import { page, type Feature } from '@/app/feature';

const feature: Feature = {
  id: 'user',
  nav: { group: 'people', order: 62, icon: IconUsers, path: 'users' },
  routes: [
    {
      path: 'users',
      ...page(() => import('./UserList'), 'user'),
      children: [{ path: 'create', ...page(() => import('./UserCreate'), 'user') }],
    },
    { path: 'users/:userId', ...page(() => import('./UserProfile'), 'user') },
    { path: 'users/:userId/roles', ...page(() => import('./UserRoles'), 'user', 'role') },
    { path: 'users/:userId/organizations', ...page(() => import('./UserOrganizations'), 'user', 'organization') },
    { path: 'users/:userId/logs', ...page(() => import('./UserLogs'), 'user', 'audit') },
  ],
  find: () => import('./find'),
};

export default feature;
