import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/app/api/error';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { useSettings } from '@/parts/settings';
import { isColour, lighter } from '../branding/colour';
import { previewLanguage, useExperience, useLanguages, type Experience } from '../branding/experience';
import { Group, UrlField } from '../branding/fields';
import { ColourField, CssField } from '../branding/looks';
import { PictureField } from '../branding/PictureField';
import { Preview } from '../branding/Preview';
import type { Application } from './application';
import { ApplicationFrame, ApplicationHead } from './ApplicationFrame';
import '../branding/branding.css';

/** What an application changes of how sign-in looks; what it leaves out is the tenant's. */
interface Look {
  displayName: string | null;
  color: Partial<Experience['color']>;
  branding: Experience['branding'];
  customCss: string | null;
  termsOfUseUrl: string | null;
  privacyPolicyUrl: string | null;
}

const nothing: Look = { displayName: null, color: {}, branding: {}, customCss: null, termsOfUseUrl: null, privacyPolicyUrl: null };

/** How sign-in looks for one application. */
export default function BrandingPage() {
  return <ApplicationFrame>{(application) => <Loaded key={application.id} application={application} />}</ApplicationFrame>;
}

function Loaded({ application }: { application: Application }) {
  const { id, api } = useTenant();
  const tenant = useExperience();
  const look = useQuery({
    queryKey: [id, 'applications', application.id, 'look'],
    queryFn: async ({ signal }) => {
      try {
        return (await body(api.GET('/api/applications/{id}/sign-in-experience', { params: { path: { id: application.id } }, signal }))) as Look;
      } catch (cause) {
        if (cause instanceof ApiError && cause.status === 404) return nothing;
        throw cause;
      }
    },
  });
  const failed = [look, tenant].find((query) => query.isError);
  if (look.data && tenant.data) return <Settings application={application} look={look.data} tenant={tenant.data} />;
  return <ApplicationHead application={application}>{failed ? <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} /> : <Loading />}</ApplicationHead>;
}

const editable = ({ displayName, color, branding, customCss, termsOfUseUrl, privacyPolicyUrl }: Look): Look => ({ displayName, color, branding, customCss, termsOfUseUrl, privacyPolicyUrl });
const orNull = (text: string) => text.trim() || null;
const isUrl = (text: string | null | undefined) => !text || URL.canParse(text);

function Settings({ application, look, tenant }: { application: Application; look: Look; tenant: Experience }) {
  const { t, i18n } = useTranslation('application');
  const { t: words } = useTranslation('branding');
  const { api } = useTenant();
  const languages = useLanguages();
  const { draft, set, bar } = useSettings({
    of: ['applications', application.id, 'look'],
    thing: look,
    editable,
    labels: {
      displayName: t('look.name'),
      color: words('colour.title'),
      branding: words('logo.title'),
      customCss: words('css.title'),
      termsOfUseUrl: t('look.terms'),
      privacyPolicyUrl: t('look.privacy'),
    },
    invalid: ({ color, branding, termsOfUseUrl, privacyPolicyUrl }) =>
      [color.primaryColor, color.darkPrimaryColor].some((each) => each !== undefined && !isColour(each)) || [...Object.values(branding), termsOfUseUrl, privacyPolicyUrl].some((each) => !isUrl(each)),
    send: ({ patch }) => body(api.PUT('/api/applications/{id}/sign-in-experience', { params: { path: { id: application.id } }, body: patch as never })),
  });
  const { color, branding } = draft;
  const own = color.primaryColor !== undefined;
  const picture = (key: keyof Experience['branding']) => (value: string) => {
    const { [key]: _, ...rest } = branding;
    set('branding', value.trim() ? { ...rest, [key]: value.trim() } : rest);
  };
  const shown = { color: { ...tenant.color, ...color }, branding: { ...tenant.branding, ...branding }, ...(draft.customCss && { customCss: draft.customCss }) };
  const spoken = languages.data?.languages.map((each) => each.tag) ?? [];
  return (
    <ApplicationHead application={application} foot={bar}>
      <div className="pair looks">
        <div>
          <p className="sub">{t(application.isThirdParty ? 'look.leadThirdParty' : 'look.lead')}</p>
          <Group title={t('look.names')}>
            <TextInput label={t('look.name')} description={t('look.nameHint')} maxLength={256} placeholder={application.name} value={draft.displayName ?? ''} onChange={(event) => set('displayName', orNull(event.currentTarget.value))} />
          </Group>
          <Group title={words('colour.title')}>
            <SwitchRow
              label={t('look.ownColour')}
              hint={t('look.ownColourHint')}
              checked={own}
              onChange={(on) => set('color', on ? { primaryColor: tenant.color.primaryColor, darkPrimaryColor: tenant.color.darkPrimaryColor } : {})}
            />
            {own && (
              <>
                <ColourField label={words('colour.primary')} value={color.primaryColor ?? ''} onChange={(primaryColor) => set('color', { ...color, primaryColor })} />
                <div className="row wrap end">
                  <ColourField label={words('colour.dark')} value={color.darkPrimaryColor ?? tenant.color.darkPrimaryColor} onChange={(darkPrimaryColor) => set('color', { ...color, darkPrimaryColor })} />
                  <Button onClick={() => set('color', { ...color, darkPrimaryColor: lighter(color.primaryColor ?? '') })}>{words('colour.derive')}</Button>
                </div>
              </>
            )}
          </Group>
          <Group title={words('logo.title')} lead={t('look.logoLead')}>
            <div className="two">
              <PictureField label={words('logo.light')} value={branding.logoUrl} onChange={picture('logoUrl')} />
              <PictureField label={words('logo.dark')} value={branding.darkLogoUrl} onChange={picture('darkLogoUrl')} />
              <PictureField label={words('logo.favicon')} value={branding.favicon} onChange={picture('favicon')} />
              <PictureField label={words('logo.darkFavicon')} value={branding.darkFavicon} onChange={picture('darkFavicon')} />
            </div>
          </Group>
          <Group title={t('look.legal')} lead={t('look.legalLead')}>
            <div className="two">
              <UrlField label={t('look.terms')} value={draft.termsOfUseUrl} onChange={(url) => set('termsOfUseUrl', orNull(url))} />
              <UrlField label={t('look.privacy')} value={draft.privacyPolicyUrl} onChange={(url) => set('privacyPolicyUrl', orNull(url))} />
            </div>
          </Group>
          <Group title={words('css.title')} lead={t('look.cssLead')}>
            <CssField value={draft.customCss ?? ''} onChange={(css) => set('customCss', css.trim() ? css : null)} />
          </Group>
        </div>
        <Preview patch={shown} language={languages.isPending ? undefined : previewLanguage(i18n.language, spoken, tenant.languageInfo.fallbackLanguage)} />
      </div>
    </ApplicationHead>
  );
}
