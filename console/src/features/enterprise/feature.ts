import IconBuilding from '@tabler/icons-react/icons/IconBuilding';
import { page, type Feature } from '@/app/feature';

/** Enterprise single sign-on: the providers of companies whose people come in by them. */
const feature: Feature = {
  id: 'enterprise',
  nav: { group: 'signing', order: 41, icon: IconBuilding, path: 'enterprise-sso' },
  routes: [
    {
      path: 'enterprise-sso',
      ...page(() => import('./SsoList'), 'enterprise'),
      children: [{ path: 'create', ...page(() => import('./SsoCreate'), 'enterprise') }],
    },
    { path: 'enterprise-sso/:connectorId', ...page(() => import('./SsoDetails'), 'enterprise', 'branding') },
  ],
};

export default feature;
