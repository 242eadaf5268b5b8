import IconTemplate from '@tabler/icons-react/icons/IconTemplate';
import { page, type Feature } from '@/app/feature';

/** The organization template: the roles and permissions that every organization has. */
const feature: Feature = {
  id: 'organization-template',
  nav: { group: 'access', order: 45, icon: IconTemplate, path: 'organization-template' },
  routes: [
    {
      path: 'organization-template',
      ...page(() => import('./RoleList'), 'organization-template'),
      children: [{ path: 'create', ...page(() => import('./RoleCreate'), 'organization-template') }],
    },
    { path: 'organization-template/permissions', ...page(() => import('./ScopeList'), 'organization-template') },
    { path: 'organization-template/roles/:roleId', ...page(() => import('./RolePage'), 'organization-template') },
  ],
};

export default feature;
