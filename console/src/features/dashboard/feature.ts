import IconChartLine from '@tabler/icons-react/icons/IconChartLine';
import { page, type Feature } from '@/app/feature';

const feature: Feature = {
  id: 'dashboard',
  nav: { group: 'first', order: 2, icon: IconChartLine, path: 'dashboard' },
  routes: [{ path: 'dashboard', ...page(() => import('./Dashboard'), 'dashboard') }],
};

export default feature;
