import { useTranslation } from 'react-i18next';
import { useLanguages } from '../branding/experience';

/** How a language is called in the reader's. */
export function useLanguageNames(): (tag: string) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // The API takes any text for a language.
      return tag;
    }
  };
}

/** The languages that an e-mail can be written in, those of the sign-in pages first. */
export function useWritable(): string[] {
  const { data } = useLanguages();
  return data ? [...data.languages.map(({ tag }) => tag), ...data.addable] : ['en'];
}
