import { Button } from '@mantine/core';
import IconExternalLink from '@tabler/icons-react/icons/IconExternalLink';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { useTitle } from '@/frame/Frame';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { useDraft } from '@/parts/draft';
import { SaveBar } from '@/parts/SaveBar';
import { TabLinks } from '@/parts/TabLinks';
import { toast } from '@/parts/Toasts';
import { previewLanguage, useExperience, useLanguages, type Experience, type StudioContext, type WordsDraft } from './experience';
import { Preview } from './Preview';
import './branding.css';

const Review = lazy(() => import('./Review'));

const tabs = ['branding', 'sign-up-and-sign-in', 'profile', 'multi-factor', 'content', 'password-policy', 'security'] as const;

/** Settings on the left, the page they make on the right. */
export default function Studio() {
  const { t } = useTranslation('branding');
  const experience = useExperience();
  useTitle(t('title'));
  if (experience.data) return <Draft saved={experience.data} />;
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      {experience.isError ? <ErrorPanel error={experience.error} title={t('failed')} onRetry={() => void experience.refetch()} /> : <Loading />}
    </div>
  );
}

function Draft({ saved }: { saved: Experience }) {
  const { t, i18n } = useTranslation('branding');
  const { id, endpoint, api } = useTenant();
  const queries = useQueryClient();
  const { draft, changed, patch, set, discard, clashes, yieldTo } = useDraft(saved);
  const { languageTag } = useParams();
  const [words, tryWords] = useState<WordsDraft>();
  const [reviewing, setReviewing] = useState(false);
  const [language, setLanguage] = useState<string>();
  const languages = useLanguages();
  const spoken = languages.data?.languages.map((each) => each.tag) ?? [];
  const first = languages.isPending ? undefined : previewLanguage(i18n.language, spoken, draft.languageInfo.fallbackLanguage);
  const [both, setBoth] = useState<(keyof Experience)[]>([]);
  const [error, setError] = useState<unknown>();
  /** Shows the difference from what is saved now, which may be newer than what the page began with. */
  const review = async () => {
    setError(undefined);
    try {
      await queries.refetchQueries({ queryKey: [id, 'sign-in-exp'], exact: true }, { throwOnError: true });
      setBoth(clashes(queries.getQueryData([id, 'sign-in-exp']) as Experience));
      setReviewing(true);
    } catch (cause) {
      setError(cause);
    }
  };
  const save = async () => {
    const after = await body(api.PATCH('/api/sign-in-exp', { body: patch as never }));
    queries.setQueryData([id, 'sign-in-exp'], after);
    discard();
    toast(t('saved'));
  };
  const { emailBlocklistPolicy: _, ...seen } = patch;
  const context: StudioContext = { saved, draft, set, tryWords };
  return (
    <>
      <div className="studio">
        <div className="set">
          <header className="head">
            <div>
              <h1>{t('title')}</h1>
              <p>{t('lead')}</p>
            </div>
            <div className="acts">
              <Button component="a" href={`${endpoint}/demo-app`} target="_blank" rel="noreferrer" rightSection={<IconExternalLink size={16} stroke={1.75} aria-hidden />}>
                {t('try')}
              </Button>
            </div>
          </header>
          <TabLinks label={t('title')} tabs={tabs.map((tab) => ({ to: `sign-in-experience/${tab}`, label: t(`tab.${tab}`) }))} />
          <Outlet context={context} />
        </div>
        <Preview patch={seen} words={words} language={languageTag ?? language ?? first} onLanguage={languageTag ? undefined : setLanguage} />
      </div>
      <SaveBar changes={changed.length} within="sign-in-experience" label={t('review.open')} error={error} onSave={() => void review()} onDiscard={discard} />
      <Suspense>{reviewing && <Review saved={saved} draft={draft} onSave={save} onYield={both.length ? () => yieldTo(both) : undefined} onClose={() => setReviewing(false)} />}</Suspense>
    </>
  );
}
