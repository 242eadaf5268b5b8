import IconBox from '@tabler/icons-react/icons/IconBox';
import { page, type Feature } from '@/app/feature';

const feature: Feature = {
  id: 'resource',
  nav: { group: 'access', order: 42, icon: IconBox, path: 'api-resources' },
  routes: [
    {
      path: 'api-resources',
      ...page(() => import('./ResourceList'), 'resource'),
      children: [{ path: 'create', ...page(() => import('./ResourceCreate'), 'resource') }],
    },
    { path: 'api-resources/:resourceId', ...page(() => import('./ResourceScopes'), 'resource') },
    { path: 'api-resources/:resourceId/settings', ...page(() => import('./ResourceSettings'), 'resource') },
  ],
};

export default feature;
