import { page, type Feature } from '@/app/feature';

/** The guides of `docs/guide`, in the reader's language and without the Internet. */
const handbook: Feature = {
  id: 'handbook',
  routes: [
    { path: 'handbook', ...page(() => import('./HandbookPage'), 'handbook') },
    { path: 'handbook/:chapter', ...page(() => import('./HandbookPage'), 'handbook') },
  ],
};

export default handbook;
