import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { lighter } from '../colour';
import { useStudio, type Experience } from '../experience';
import { Group } from '../fields';
import { ColourField, CssField } from '../looks';
import { PictureField } from '../PictureField';
import { OwnPages } from './OwnPages';

/** Colours, logos, and the tenant's own rules. */
export default function BrandingTab() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { color, branding } = draft;
  const change = (part: Partial<Experience['color']>) => set('color', { ...color, ...part });
  const picture = (key: keyof Experience['branding']) => (value: string) => {
    const { [key]: _, ...rest } = branding;
    set('branding', value.trim() ? { ...rest, [key]: value.trim() } : rest);
  };
  return (
    <>
      <Group title={t('colour.title')} lead={t('colour.lead')}>
        <ColourField label={t('colour.primary')} value={color.primaryColor} onChange={(primaryColor) => change({ primaryColor })} />
        <SwitchRow label={t('colour.darkMode')} hint={t('colour.darkModeHint')} checked={color.isDarkModeEnabled} onChange={(isDarkModeEnabled) => change({ isDarkModeEnabled })} />
        {color.isDarkModeEnabled && (
          <div className="row wrap end">
            <ColourField label={t('colour.dark')} value={color.darkPrimaryColor} onChange={(darkPrimaryColor) => change({ darkPrimaryColor })} />
            <Button onClick={() => change({ darkPrimaryColor: lighter(color.primaryColor) })}>{t('colour.derive')}</Button>
          </div>
        )}
      </Group>
      <Group title={t('logo.title')} lead={t('logo.lead')}>
        <div className="two">
          <PictureField label={t('logo.light')} value={branding.logoUrl} onChange={picture('logoUrl')} />
          <PictureField label={t('logo.dark')} value={branding.darkLogoUrl} onChange={picture('darkLogoUrl')} />
          <PictureField label={t('logo.favicon')} value={branding.favicon} onChange={picture('favicon')} />
          <PictureField label={t('logo.darkFavicon')} value={branding.darkFavicon} onChange={picture('darkFavicon')} />
        </div>
      </Group>
      <Group title={t('css.title')} lead={t('css.lead')}>
        <CssField value={draft.customCss ?? ''} onChange={(css) => set('customCss', css.trim() ? css : null)} />
      </Group>
      <OwnPages />
    </>
  );
}
