import { useElementSize } from '@mantine/hooks';
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop';
import IconDeviceMobile from '@tabler/icons-react/icons/IconDeviceMobile';
import IconMoon from '@tabler/icons-react/icons/IconMoon';
import IconSun from '@tabler/icons-react/icons/IconSun';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/tenant';
import { body } from '@/app/api/client';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useLanguages, type Experience, type WordsDraft } from './experience';

const pages = ['sign-in', 'register', 'password', 'code', 'second-step', 'second-step-setup', 'passkey', 'new-password', 'forgot-password', 'consent', 'unknown-session'] as const;
type Device = 'phone' | 'desktop';
type Theme = 'light' | 'dark';

interface Shown {
  patch: Partial<Experience>;
  words?: WordsDraft;
  /** Missing until it is known which languages the pages speak. */
  language: string | undefined;
  /** Missing where the page decides the language. */
  onLanguage?: (tag: string) => void;
}

/** The server's own page in the settings of the draft. */
export function Preview({ patch, words, language, onLanguage }: Shown) {
  const { t } = useTranslation('branding');
  const languages = useLanguages();
  const [page, setPage] = useState<(typeof pages)[number]>('sign-in');
  const [theme, setTheme] = useState<Theme>('light');
  const [device, setDevice] = useState<Device>('phone');
  const { link, error, retry } = useLink(patch, words);
  const url = link && language && `${link}?${new URLSearchParams({ page, language, theme })}`;
  return (
    <div className="see" role="region" aria-label={t('preview.title')}>
      <header>
        <select className="in s" aria-label={t('preview.page')} value={page} onChange={(event) => setPage(event.currentTarget.value as typeof page)}>
          {pages.map((each) => (
            <option key={each} value={each}>
              {t(`preview.pages.${each}`)}
            </option>
          ))}
        </select>
        <span className="push" />
        <Choice label={t('preview.colours')} value={theme} onChange={setTheme} options={[['light', t('preview.light'), <IconSun key="l" size={18} stroke={1.75} aria-hidden />], ['dark', t('preview.dark'), <IconMoon key="d" size={18} stroke={1.75} aria-hidden />]]} />
        <Choice label={t('preview.device')} value={device} onChange={setDevice} options={[['desktop', t('preview.desktop'), <IconDeviceDesktop key="d" size={18} stroke={1.75} aria-hidden />], ['phone', t('preview.phone'), <IconDeviceMobile key="p" size={18} stroke={1.75} aria-hidden />]]} />
        {onLanguage && languages.data && (
          <select className="in s" aria-label={t('preview.language')} value={language} onChange={(event) => onLanguage(event.currentTarget.value)}>
            {languages.data.languages.map((each) => (
              <option key={each.tag} value={each.tag} lang={each.tag}>
                {each.name}
              </option>
            ))}
          </select>
        )}
      </header>
      <Stage device={device} url={url} title={t('preview.frame', { page: t(`preview.pages.${page}`) })} />
      {error !== undefined && <ErrorPanel error={error} title={t('preview.failed')} onRetry={retry} />}
      <footer>
        <span>{t('preview.note')}</span>
        {url && (
          <a href={url} target="_blank" rel="noreferrer">
            {t('preview.open')}
          </a>
        )}
      </footer>
    </div>
  );
}

function Choice<T extends string>({ label, value, options, onChange }: { label: string; value: T; options: [T, string, ReactNode][]; onChange: (value: T) => void }) {
  return (
    <div className="seg sm" role="group" aria-label={label}>
      {options.map(([option, name, icon]) => (
        <button key={option} type="button" aria-pressed={value === option} aria-label={name} title={name} onClick={() => onChange(option)}>
          {icon}
        </button>
      ))}
    </div>
  );
}

const settled = 250;
const margin = 30_000;

/** Hands the draft to the server a moment after the last change, and again before the link ends. */
function useLink(patch: Partial<Experience>, words: WordsDraft | undefined) {
  const api = useApi();
  const [link, setLink] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [round, setRound] = useState(0);
  const draft = JSON.stringify({ experience: patch, ...(words && { customPhrases: words }) });
  useEffect(() => {
    let renewal: ReturnType<typeof setTimeout>;
    const call = new AbortController();
    const ask = async () => {
      try {
        const made = (await body(api.POST('/api/sign-in-previews', { body: JSON.parse(draft) as never, signal: call.signal }))) as unknown as { url: string; expiresAt: number };
        setLink(made.url);
        setError(undefined);
        renewal = setTimeout(() => setRound((before) => before + 1), made.expiresAt - Date.now() - margin);
      } catch (cause) {
        if (!call.signal.aborted) setError(cause);
      }
    };
    const start = setTimeout(() => void ask(), settled);
    return () => {
      clearTimeout(start);
      clearTimeout(renewal);
      call.abort();
    };
  }, [api, draft, round]);
  return { link, error, retry: () => setRound((before) => before + 1) };
}

const sizes: Record<Device, { width: number; height: number }> = { phone: { width: 375, height: 720 }, desktop: { width: 1280, height: 860 } };

/** The frame in its real size, made to fit; the page before stays until the next one is there. */
function Stage({ device, url, title }: { device: Device; url: string | undefined; title: string }) {
  const { ref, width, height } = useElementSize();
  const [ready, setReady] = useState<string>();
  const size = sizes[device];
  const edge = device === 'phone' ? 18 : 2;
  const scale = Math.min((width - edge) / size.width, (height - edge) / size.height, device === 'phone' ? 0.85 : 1);
  const frames = [...new Set([ready, url])].filter((one) => one !== undefined);
  return (
    <div className="stage" ref={ref}>
      {scale > 0 && (
        <div className={device} style={{ inlineSize: size.width * scale + edge, blockSize: size.height * scale + edge }}>
          <div>
            {frames.map((one) => (
              <iframe
                key={one}
                className={one === ready ? undefined : 'coming'}
                src={one}
                title={title}
                sandbox=""
                tabIndex={-1}
                style={{ inlineSize: size.width, blockSize: size.height, scale: String(scale) }}
                onLoad={() => one === url && setReady(one)}
              />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
