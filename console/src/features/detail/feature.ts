import IconListDetails from '@tabler/icons-react/icons/IconListDetails';
import { page, type Feature } from '@/app/feature';

/** Authorization details: what applications may ask people for one by one. */
const feature: Feature = {
  id: 'detail',
  nav: { group: 'access', order: 43, icon: IconListDetails, path: 'authorization-details' },
  routes: [
    {
      path: 'authorization-details',
      ...page(() => import('./DetailTypeList'), 'detail'),
      children: [{ path: 'create', ...page(() => import('./DetailTypeCreate'), 'detail') }],
    },
    { path: 'authorization-details/:typeId', ...page(() => import('./DetailTypePage'), 'detail') },
  ],
};

export default feature;
