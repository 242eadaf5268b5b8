import IconListSearch from '@tabler/icons-react/icons/IconListSearch';
import { page, type Feature } from '@/app/feature';

const feature: Feature = {
  id: 'audit',
  nav: { group: 'build', order: 84, icon: IconListSearch, path: 'audit-logs' },
  routes: [
    { path: 'audit-logs', ...page(() => import('./EventLog'), 'audit') },
    { path: 'audit-logs/administrators', ...page(() => import('./ChangeLog'), 'audit') },
  ],
};

export default feature;
