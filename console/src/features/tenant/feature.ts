import IconSettings from '@tabler/icons-react/icons/IconSettings';
import { page, type Feature } from '@/app/feature';

/** What holds for the whole tenant: its keys, sessions and claims, clients that register or describe themselves. */
const feature: Feature = {
  id: 'tenant',
  nav: { group: 'last', order: 96, icon: IconSettings, path: 'tenant-settings' },
  routes: [
    { path: 'tenant-settings', ...page(() => import('./KeysPage'), 'tenant') },
    { path: 'tenant-settings/sessions', ...page(() => import('./SessionsPage'), 'tenant') },
    { path: 'tenant-settings/registration', ...page(() => import('./registration/RegistrationPage'), 'tenant', 'application') },
    { path: 'tenant-settings/clients', ...page(() => import('./ClientsPage'), 'tenant', 'application') },
  ],
};

export default feature;
