import IconPalette from '@tabler/icons-react/icons/IconPalette';
import { redirect } from 'react-router';
import { page, type Feature } from '@/app/feature';

const tab = (path: string, load: Parameters<typeof page>[0]) => ({ path, ...page(load, 'branding') });

const feature: Feature = {
  id: 'branding',
  nav: { group: 'signing', order: 20, icon: IconPalette, path: 'sign-in-experience' },
  routes: [
    {
      path: 'sign-in-experience',
      ...page(() => import('./Studio'), 'branding'),
      children: [
        { index: true, loader: ({ params }) => redirect(`/${params.tenantId}/sign-in-experience/branding`) },
        tab('branding', () => import('./tabs/BrandingTab')),
        tab('sign-up-and-sign-in', () => import('./tabs/SignInTab')),
        tab('profile', () => import('./profile/ProfileTab')),
        tab('multi-factor', () => import('./factor/FactorsTab')),
        tab('content', () => import('./tabs/ContentTab')),
        tab('content/:languageTag', () => import('./phrase/PhraseEditor')),
        tab('password-policy', () => import('./tabs/PasswordTab')),
        tab('security', () => import('./security/SecurityTab')),
      ],
    },
  ],
};

export default feature;
