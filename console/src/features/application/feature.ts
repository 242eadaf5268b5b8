import IconApps from '@tabler/icons-react/icons/IconApps';
import { page, type Feature } from '@/app/feature';

/** Applications: who may ask this tenant for sign-ins and tokens. */
const application: Feature = {
  id: 'application',
  nav: { group: 'signing', order: 10, icon: IconApps, path: 'applications' },
  routes: [
    {
      path: 'applications',
      children: [
        { index: true, ...page(() => import('./ApplicationsPage'), 'application') },
        { path: 'create', ...page(() => import('./CreatePage'), 'application') },
        { path: ':applicationId', ...page(() => import('./ApplicationPage'), 'application') },
        { path: ':applicationId/authentication', ...page(() => import('./AuthenticationPage'), 'application') },
        { path: ':applicationId/protocol', ...page(() => import('./protocol/ProtocolPage'), 'application', 'tenant') },
        { path: ':applicationId/access', ...page(() => import('./access/AccessPage'), 'application', 'role') },
        { path: ':applicationId/branding', ...page(() => import('./BrandingPage'), 'application', 'branding') },
        { path: ':applicationId/permissions', ...page(() => import('./PermissionsPage'), 'application', 'role') },
        { path: ':applicationId/organizations', ...page(() => import('./machine/OrganizationsPage'), 'application', 'organization') },
        { path: ':applicationId/logs', ...page(() => import('./LogsPage'), 'application', 'audit') },
      ],
    },
  ],
  find: () => import('./find'),
};

export default application;
