import { page, type Feature } from '@/app/feature';

/** Guides: how to connect an application, with its own values in the code. */
const guide: Feature = {
  id: 'guide',
  routes: [
    { path: 'applications/:applicationId/guide', ...page(() => import('./GuidePage'), 'guide', 'application') },
    { path: 'guides/:guideId', ...page(() => import('./ApiGuidePage'), 'guide', 'application') },
  ],
};

export default guide;
