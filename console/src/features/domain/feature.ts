import { page, type Feature } from '@/app/feature';

/** Host names of the tenant's own: a tab of its settings, and a page each. */
const feature: Feature = {
  id: 'domain',
  routes: [
    {
      path: 'tenant-settings/domains',
      ...page(() => import('./DomainList'), 'domain', 'tenant'),
      children: [{ path: 'create', ...page(() => import('./DomainCreate'), 'domain') }],
    },
    { path: 'tenant-settings/domains/:domainId', ...page(() => import('./DomainPage'), 'domain') },
  ],
};

export default feature;
