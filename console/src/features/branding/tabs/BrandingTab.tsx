import { Button, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { isColour, lighter, long } from '../colour';
import { useStudio, type Experience } from '../experience';
import { Group, UrlField } from '../fields';

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
          <UrlField label={t('logo.light')} value={branding.logoUrl} onChange={picture('logoUrl')} />
          <UrlField label={t('logo.dark')} value={branding.darkLogoUrl} onChange={picture('darkLogoUrl')} />
          <UrlField label={t('logo.favicon')} value={branding.favicon} onChange={picture('favicon')} />
          <UrlField label={t('logo.darkFavicon')} value={branding.darkFavicon} onChange={picture('darkFavicon')} />
        </div>
      </Group>
      <Group title={t('css.title')} lead={t('css.lead')}>
        <Css value={draft.customCss ?? ''} onChange={(css) => set('customCss', css.trim() ? css : null)} />
      </Group>
    </>
  );
}

function ColourField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('branding');
  const id = useId();
  return (
    <div className="f colour">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input type="color" aria-label={t('colour.pick', { label })} value={isColour(value) ? long(value) : '#000000'} onChange={(event) => onChange(event.currentTarget.value.toUpperCase())} />
        <TextInput id={id} className="mono" value={value} error={!isColour(value) && t('problem.colour')} spellCheck={false} onChange={(event) => onChange(event.currentTarget.value.trim())} />
      </div>
    </div>
  );
}

function Css({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('branding');
  const id = useId();
  return (
    <div className="f">
      <label htmlFor={id}>{t('css.label')}</label>
      <textarea className="in mono" id={id} rows={10} spellCheck={false} value={value} placeholder={'.gh-card {\n  border-radius: 4px;\n}'} aria-describedby={`${id}-hint`} onChange={(event) => onChange(event.currentTarget.value)} />
      <p className="hint" id={`${id}-hint`}>
        {t('css.hint')} <code>.gh-page</code> <code>.gh-card</code> <code>.gh-brand</code> <code>.gh-title</code> <code>.gh-form</code> <code>.gh-input</code> <code>.gh-button</code> <code>.gh-footer</code>
      </p>
    </div>
  );
}
