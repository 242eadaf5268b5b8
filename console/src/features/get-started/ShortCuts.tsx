import IconApi from '@tabler/icons-react/icons/IconApi';
import IconPalette from '@tabler/icons-react/icons/IconPalette';
import IconPlugConnected from '@tabler/icons-react/icons/IconPlugConnected';
import IconTerminal2 from '@tabler/icons-react/icons/IconTerminal2';
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';

const ways = [
  { id: 'look', to: 'sign-in-experience', icon: IconPalette },
  { id: 'huggingFace', to: 'connectors/social/create/huggingface-universal', icon: IconPlugConnected },
  { id: 'protect', to: 'api-resources', icon: IconApi },
  { id: 'people', to: 'users/create', icon: IconUserPlus },
  { id: 'management', to: 'applications/create?framework=machine', icon: IconTerminal2 },
] as const;

/** What people look for next. */
export function ShortCuts() {
  const { t } = useTranslation('get-started');
  const path = useTenantPath();
  return (
    <section className="links" aria-labelledby="short-cuts">
      <h2 id="short-cuts">{t('shortCuts')}</h2>
      {ways.map(({ id, to, icon: Icon }) => (
        <Link key={id} to={path(to)}>
          <Icon size={18} stroke={1.75} aria-hidden />
          {t(`shortCut.${id}`)}
        </Link>
      ))}
    </section>
  );
}
