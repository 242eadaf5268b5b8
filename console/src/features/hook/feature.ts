import IconWebhook from '@tabler/icons-react/icons/IconWebhook';
import { page, type Feature } from '@/app/feature';

/** Webhooks: who is told of what happens here, and whether it arrived. */
const feature: Feature = {
  id: 'hook',
  nav: { group: 'build', order: 82, icon: IconWebhook, path: 'webhooks' },
  routes: [
    {
      path: 'webhooks',
      ...page(() => import('./HookList'), 'hook'),
      children: [{ path: 'create', ...page(() => import('./HookCreate'), 'hook') }],
    },
    { path: 'webhooks/:hookId', ...page(() => import('./HookSettings'), 'hook') },
    { path: 'webhooks/:hookId/deliveries', ...page(() => import('./HookDeliveries'), 'hook', 'audit') },
  ],
};

export default feature;
