import { page, type Feature } from '@/app/feature';

const feature: Feature = {
  id: 'profile',
  routes: [{ path: 'profile', ...page(() => import('./Profile'), 'profile') }],
};

export default feature;
