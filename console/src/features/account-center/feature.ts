import IconUserCog from '@tabler/icons-react/icons/IconUserCog';
import { page, type Feature } from '@/app/feature';

/** What people may do with their own account, at its pages and over the Account API. */
const feature: Feature = {
  id: 'account-center',
  nav: { group: 'signing', order: 25, icon: IconUserCog, path: 'account-center' },
  routes: [{ path: 'account-center', ...page(() => import('./AccountCenterPage'), 'account-center', 'branding') }],
};

export default feature;
