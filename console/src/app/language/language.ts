import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** The languages of the Console, each named in itself. */
export const languages = {
  en: 'English',
  'zh-CN': '简体中文',
  'pt-BR': 'Português (Brasil)',
  fr: 'Français',
  es: 'Español',
} as const;

export type Language = keyof typeof languages;

const remembered = 'gatehouse-language';
const files = {
  ...import.meta.glob<Record<string, unknown>>('../../phrases/*.json', { import: 'default' }),
  ...import.meta.glob<Record<string, unknown>>('../../features/*/phrases/*.json', { import: 'default' }),
};

/** The phrases of the frame are a namespace as those of each feature are. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const folder = namespace === 'frame' ? '../../phrases' : `../../features/${namespace}/phrases`;
    const load = files[`${folder}/${language}.json`];
    if (!load) {
      done(new Error(`no phrases of ${namespace} in ${language}`), null);
      return;
    }
    load().then(
      (phrases) => done(null, phrases),
      (cause: Error) => done(cause, null),
    );
  },
};

/** The language to begin with: what was chosen here before, or the first of the browser's that there is. */
export function preferred(wishes: readonly string[], chosen: string | null): Language {
  const known = Object.keys(languages) as Language[];
  for (const wish of chosen ? [chosen, ...wishes] : wishes) {
    const primary = wish.toLowerCase().split('-')[0];
    const match =
      known.find((language) => language.toLowerCase() === wish.toLowerCase()) ??
      known.find((language) => language.split('-')[0] === primary);
    if (match) return match;
  }
  return 'en';
}

export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    document.documentElement.dir = i18next.dir(language);
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferred(navigator.languages, localStorage.getItem(remembered)),
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['frame'],
      defaultNS: 'frame',
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
}

export const loadPhrases = (...namespaces: string[]): Promise<void> => i18next.loadNamespaces(namespaces);

/** Changes the language here and now; what is open stays open. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  await i18next.changeLanguage(language);
}
