import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, type Language } from '@/app/language/language';
import { Section } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';

const schemes: MantineColorScheme[] = ['auto', 'light', 'dark'];

/** The Console's language and colours on this device. */
export function Appearance() {
  const { t, i18n } = useTranslation('profile');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('looks')} lead={t('looksLead')}>
      <div className="two">
        <Field label={t('frame:language.title')}>
          <select value={i18n.language} onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}>
            {Object.entries(languages).map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('frame:scheme.title')}>
          <select value={colorScheme} onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}>
            {schemes.map((scheme) => (
              <option key={scheme} value={scheme}>
                {t(`frame:scheme.${scheme}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </Section>
  );
}
