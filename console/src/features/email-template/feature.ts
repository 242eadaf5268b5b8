import { page, type Feature } from '@/app/feature';

/** The tenant's own wording of e-mails, beside the connectors that carry them. */
const feature: Feature = {
  id: 'email-template',
  routes: [
    {
      path: 'connectors/email-templates',
      ...page(() => import('./TemplateList'), 'email-template', 'connector'),
      children: [{ path: 'create', ...page(() => import('./TemplateCreate'), 'email-template') }],
    },
    { path: 'connectors/email-templates/:templateId', ...page(() => import('./TemplatePage'), 'email-template') },
  ],
};

export default feature;
