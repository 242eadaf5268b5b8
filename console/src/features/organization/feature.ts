import IconBuildingCommunity from '@tabler/icons-react/icons/IconBuildingCommunity';
import { page, type Feature } from '@/app/feature';

/** Organizations: groups of people and machines with roles of their own. */
const feature: Feature = {
  id: 'organization',
  nav: { group: 'people', order: 61, icon: IconBuildingCommunity, path: 'organizations' },
  routes: [
    {
      path: 'organizations',
      ...page(() => import('./OrganizationList'), 'organization'),
      children: [{ path: 'create', ...page(() => import('./OrganizationCreate'), 'organization') }],
    },
    { path: 'organizations/:organizationId', ...page(() => import('./OrganizationSettings'), 'organization', 'branding') },
    { path: 'organizations/:organizationId/members', ...page(() => import('./member/Members'), 'organization', 'role') },
    { path: 'organizations/:organizationId/machines', ...page(() => import('./member/Machines'), 'organization', 'role') },
    { path: 'organizations/:organizationId/invitations', ...page(() => import('./invitation/Invitations'), 'organization') },
    { path: 'organizations/:organizationId/joining', ...page(() => import('./jit/Joining'), 'organization') },
  ],
  find: () => import('./find'),
};

export default feature;
