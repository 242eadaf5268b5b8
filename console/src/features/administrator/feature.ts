import { page, type Feature } from '@/app/feature';

/** Who may use the Console: a tab of the tenant's settings. */
const feature: Feature = {
  id: 'administrator',
  routes: [
    {
      path: 'tenant-settings/administrators',
      ...page(() => import('./AdministratorList'), 'administrator', 'tenant'),
      children: [{ path: 'create', ...page(() => import('./AdministratorCreate'), 'administrator') }],
    },
  ],
};

export default feature;
