import IconRocket from '@tabler/icons-react/icons/IconRocket';
import { page, type Feature } from '@/app/feature';

/** Where an administrator begins: frameworks, and what is left to do before people come. */
const getStarted: Feature = {
  id: 'get-started',
  nav: { group: 'first', order: 0, icon: IconRocket, path: 'get-started' },
  routes: [{ path: 'get-started', ...page(() => import('./GetStartedPage'), 'get-started') }],
};

export default getStarted;
