import { Menu, useMantineColorScheme } from '@mantine/core';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown';
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop';
import IconHelpCircle from '@tabler/icons-react/icons/IconHelpCircle';
import IconLanguage from '@tabler/icons-react/icons/IconLanguage';
import IconLogout from '@tabler/icons-react/icons/IconLogout';
import IconMoon from '@tabler/icons-react/icons/IconMoon';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconSun from '@tabler/icons-react/icons/IconSun';
import IconUser from '@tabler/icons-react/icons/IconUser';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, type Language } from '@/app/language/language';
import { administrator, signOut } from '@/app/session';
import { useGo } from '@/app/tenant';
import { Avatar } from '@/parts/Avatar';
import { Burger } from './SideBar';

const schemes = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;
type Scheme = keyof typeof schemes;

/** Finding, help, language, appearance, and the person. */
export function TopBar({ onFind, onKeys }: { onFind: () => void; onKeys: () => void }) {
  const { t } = useTranslation();
  return (
    <header className="bar">
      <Burger />
      <button className="find" type="button" aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={onFind} title={t('find.open')}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span>{t('find.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="push" />
      <HelpMenu onKeys={onKeys} />
      <LanguageMenu className="wide" />
      <SchemeMenu className="wide" />
      <PersonMenu />
    </header>
  );
}

function HelpMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Menu>
      <Menu.Target>
        <button className="ib" type="button" aria-label={t('help.title')}>
          <IconHelpCircle size={20} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => go('handbook')}>{t('help.handbook')}</Menu.Item>
        <Menu.Item component="a" href="/api/.well-known/management.openapi.json" target="_blank">
          {t('help.api')}
        </Menu.Item>
        <Menu.Item onClick={onKeys} rightSection={<kbd>?</kbd>}>
          {t('help.keys')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The choice of language, by the languages' own names. */
export function LanguageMenu({ className = '', named = false }: { className?: string; named?: boolean }) {
  const { t, i18n } = useTranslation();
  const chosen = i18n.language as Language;
  return (
    <Menu>
      <Menu.Target>
        <button className={`ib ${named ? 'named' : ''} ${className}`} type="button" aria-label={t('language.chosen', { language: languages[chosen] })}>
          <IconLanguage size={20} stroke={1.75} aria-hidden />
          {named && languages[chosen]}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}

function LanguageItems() {
  const { i18n } = useTranslation();
  return Object.entries(languages).map(([language, name]) => (
    <Menu.Item
      key={language}
      lang={language}
      onClick={() => void chooseLanguage(language as Language)}
      rightSection={i18n.language === language && <IconCheck size={16} aria-hidden />}
      aria-current={i18n.language === language || undefined}
    >
      {name}
    </Menu.Item>
  ));
}

/** Light, dark, or as the system. */
export function SchemeMenu({ className = '' }: { className?: string }) {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  const Icon = schemes[colorScheme as Scheme];
  return (
    <Menu>
      <Menu.Target>
        <button className={`ib ${className}`} type="button" aria-label={t('scheme.chosen', { scheme: t(`scheme.${colorScheme}`) })}>
          <Icon size={20} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <SchemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeItems() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (Object.keys(schemes) as Scheme[]).map((scheme) => {
    const Icon = schemes[scheme];
    return (
      <Menu.Item
        key={scheme}
        leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
        onClick={() => setColorScheme(scheme)}
        rightSection={colorScheme === scheme && <IconCheck size={16} aria-hidden />}
        aria-current={colorScheme === scheme || undefined}
      >
        {t(`scheme.${scheme}`)}
      </Menu.Item>
    );
  });
}

function PersonMenu() {
  const { t } = useTranslation();
  const go = useGo();
  const { data: person } = useQuery({ queryKey: ['administrator'], queryFn: administrator, staleTime: Infinity });
  const name = person?.name ?? person?.username ?? person?.email ?? '';
  return (
    <Menu width={240}>
      <Menu.Target>
        <button className="me" type="button" title={t('person.menu', { name })}>
          <Avatar id={person?.sub ?? ''} name={name} picture={person?.picture} />
          <span>{name}</span>
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUser size={18} stroke={1.75} aria-hidden />} onClick={() => go('profile')}>
          {t('person.profile')}
        </Menu.Item>
        <div className="narrow-only">
          <Menu.Label>{t('language.title')}</Menu.Label>
          <LanguageItems />
          <Menu.Label>{t('scheme.title')}</Menu.Label>
          <SchemeItems />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.75} aria-hidden />} onClick={() => void signOut()}>
          {t('person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
