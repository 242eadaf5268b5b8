import IconPlugConnected from '@tabler/icons-react/icons/IconPlugConnected';
import { redirect } from 'react-router';
import { page, type Feature } from '@/app/feature';

const feature: Feature = {
  id: 'connector',
  nav: { group: 'signing', order: 40, icon: IconPlugConnected, path: 'connectors' },
  routes: [
    { path: 'connectors', loader: ({ params }) => redirect(`/${params.tenantId}/connectors/social`) },
    { path: 'connectors/social', ...page(() => import('./SocialConnectors'), 'connector') },
    { path: 'connectors/passwordless', ...page(() => import('./MessageConnectors'), 'connector') },
    { path: 'connectors/:tab/create', ...page(() => import('./Gallery'), 'connector') },
    { path: 'connectors/:tab/create/:factoryId', ...page(() => import('./CreateConnector'), 'connector') },
    { path: 'connectors/:tab/:id', ...page(() => import('./ConnectorDetails'), 'connector') },
  ],
  find: () => import('./find'),
};

export default feature;
