import IconUserShield from '@tabler/icons-react/icons/IconUserShield';
import { page, type Feature } from '@/app/feature';

const feature: Feature = {
  id: 'role',
  nav: { group: 'access', order: 44, icon: IconUserShield, path: 'roles' },
  routes: [
    {
      path: 'roles',
      ...page(() => import('./RoleList'), 'role'),
      children: [{ path: 'create', ...page(() => import('./RoleCreate'), 'role') }],
    },
    { path: 'roles/:roleId', ...page(() => import('./RoleScopes'), 'role') },
    { path: 'roles/:roleId/holders', ...page(() => import('./RoleHolders'), 'role') },
    { path: 'roles/:roleId/settings', ...page(() => import('./RoleSettings'), 'role') },
  ],
};

export default feature;
