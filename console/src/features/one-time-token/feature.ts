import IconLink from '@tabler/icons-react/icons/IconLink';
import { page, type Feature } from '@/app/feature';

/** One-time tokens: links that let a person in once. */
const feature: Feature = {
  id: 'one-time-token',
  nav: { group: 'people', order: 63, icon: IconLink, path: 'one-time-tokens' },
  routes: [{ path: 'one-time-tokens', ...page(() => import('./TokenList'), 'one-time-token') }],
};

export default feature;
