import { Button, Menu, TextInput } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body } from '@/app/api/client';
import { useGo, useTenant, useTenantPath } from '@/app/tenant';
import { SwitchRow } from '@/parts/DetailsPage';
import { orNull, useLanguages, useStudio } from '../experience';
import { Group, SelectField, UrlField } from '../fields';
import { flatten, type Tree } from '../phrase/tree';

/** The tenant's terms, its help, its languages and words. */
export default function ContentTab() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  return (
    <>
      <Group title={t('terms.title')} lead={t('terms.lead')}>
        <div className="two">
          <UrlField label={t('terms.terms')} value={draft.termsOfUseUrl} onChange={(value) => set('termsOfUseUrl', orNull(value))} />
          <UrlField label={t('terms.privacy')} value={draft.privacyPolicyUrl} onChange={(value) => set('privacyPolicyUrl', orNull(value))} />
        </div>
        <SelectField
          label={t('terms.policy')}
          value={draft.agreeToTermsPolicy}
          options={[
            ['Automatic', t('terms.Automatic')],
            ['ManualRegistrationOnly', t('terms.ManualRegistrationOnly')],
            ['Manual', t('terms.Manual')],
          ]}
          onChange={(policy) => set('agreeToTermsPolicy', policy)}
        />
      </Group>
      <Group title={t('support.title')} lead={t('support.lead')}>
        <div className="two">
          <TextInput type="email" label={t('support.email')} value={draft.supportEmail ?? ''} onChange={(event) => set('supportEmail', orNull(event.currentTarget.value))} />
          <UrlField label={t('support.website')} value={draft.supportWebsiteUrl} onChange={(value) => set('supportWebsiteUrl', orNull(value))} />
        </div>
        <UrlField label={t('support.unknown')} hint={t('support.unknownHint')} value={draft.unknownSessionRedirectUrl} onChange={(value) => set('unknownSessionRedirectUrl', orNull(value))} />
      </Group>
      <LanguageGroup />
    </>
  );
}

interface Phrases {
  languageTag: string;
  translation: Tree;
}

function LanguageGroup() {
  const { t, i18n } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { id, api } = useTenant();
  const path = useTenantPath();
  const go = useGo();
  const languages = useLanguages();
  const custom = useQuery({
    queryKey: [id, 'custom-phrases'],
    queryFn: ({ signal }) => body(api.GET('/api/custom-phrases', { signal })) as unknown as Promise<Phrases[]>,
  });
  const spoken = languages.data?.languages ?? [];
  const counts = new Map(custom.data?.map((each) => [each.languageTag, Object.keys(flatten(each.translation)).length]));
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const addable = (languages.data?.addable ?? []).map((tag) => [tag, names.of(tag) ?? tag] as const).sort((a, b) => a[1].localeCompare(b[1], i18n.language));
  return (
    <Group
      title={t('language.title')}
      lead={t('language.lead')}
      action={
        <Menu>
          <Menu.Target>
            <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
              {t('language.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className="long-menu">
            {addable.map(([tag, name]) => (
              <Menu.Item key={tag} onClick={() => go(`sign-in-experience/content/${tag}`)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <SwitchRow label={t('language.detect')} hint={t('language.detectHint')} checked={draft.languageInfo.autoDetect} onChange={(autoDetect) => set('languageInfo', { ...draft.languageInfo, autoDetect })} />
      <SelectField
        label={t('language.fallback')}
        hint={t('language.fallbackHint')}
        value={draft.languageInfo.fallbackLanguage}
        options={spoken.map((each) => [each.tag, each.name])}
        onChange={(fallbackLanguage) => set('languageInfo', { ...draft.languageInfo, fallbackLanguage })}
      />
      <ul className="sort" aria-label={t('language.title')}>
        {spoken.map((each) => (
          <li key={each.tag}>
            <span className="grow">
              <span className="strong" lang={each.tag}>
                {each.name}
              </span>{' '}
              <span className="hint">{each.tag}</span>
            </span>
            {(counts.get(each.tag) ?? 0) > 0 && <span className="tag">{t('language.own', { count: counts.get(each.tag) })}</span>}
            {!each.builtIn && <span className="tag pine">{t('language.added')}</span>}
            <Button size="xs" component={Link} to={path(`sign-in-experience/content/${each.tag}`)} aria-label={t('language.editWhat', { name: each.name })}>
              {t('language.edit')}
            </Button>
          </li>
        ))}
      </ul>
    </Group>
  );
}
