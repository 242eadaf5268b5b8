import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/app/api/error';
import { useTenant } from '@/app/tenant';
import { CodeField } from '@/parts/code/CodeField';
import { variablesIn } from '@/parts/code/values';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Danger, DangerZone, Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { Loading } from '@/parts/Loading';
import { Page } from '@/parts/Page';
import { TabLinks, type TabLink } from '@/parts/TabLinks';
import { toast } from '@/parts/Toasts';
import { Trial, type useTrial } from './Trial';
import './token-claims.css';

/** What stands above the scripts of one sort, and where each of them is. */
export interface ScriptHead {
  title: string;
  lead: string;
  tabs: TabLink[];
}

interface Kept<S> {
  head: ScriptHead;
  /** The key below the tenant under which the script is read. */
  of: string[];
  read: (signal: AbortSignal) => Promise<S>;
  children: (script: S | null) => ReactNode;
}

/** Reads a script, which may not be there yet. */
export function ScriptPage<S>({ head, of, read, children }: Kept<S>) {
  const { id } = useTenant();
  const script = useQuery({
    queryKey: [id, ...of],
    queryFn: async ({ signal }): Promise<S | null> => {
      try {
        return await read(signal);
      } catch (cause) {
        if (cause instanceof ApiError && cause.status === 404) return null;
        throw cause;
      }
    },
  });
  if (script.data !== undefined) return children(script.data);
  return (
    <Page title={head.title} lead={head.lead}>
      <TabLinks label={head.title} tabs={head.tabs} />
      {script.isError ? <ErrorPanel error={script.error} onRetry={() => void script.refetch()} /> : <Loading />}
    </Page>
  );
}

interface Editor {
  head: ScriptHead;
  draft: { script: string; variables: string; block: boolean };
  set: (key: 'script' | 'variables', value: string) => void;
  onBlock: (on: boolean) => void;
  bar: ReactNode;
  trial: ReturnType<typeof useTrial>;
  /** Whether what it is tried with can be read. */
  ready: boolean;
  /** An example to begin with, how a script looks, and how a variable does. */
  samples: { script: string; placeholder: string; variable: string };
  words: { about: string; returns: string; block: string; blockHint: string; added: string };
  /** A switch before the script. */
  before?: ReactNode;
  /** What it is tried with. */
  tried: ReactNode;
  /** What stands last, once the script is kept. */
  end?: ReactNode;
}

/** A script on the left, and on the right what it does when it is tried. */
export function ScriptEditor({ head, draft, set, onBlock, bar, trial, ready, samples, words, before, tried, end }: Editor) {
  const { t } = useTranslation('token-claims');
  const title = useId();
  const variables = variablesIn(draft.variables);
  return (
    <>
      <Page title={head.title} lead={head.lead}>
        <TabLinks label={head.title} tabs={head.tabs} />
        <div className="pair claims">
          <div className="stack">
            <p className="sub">{words.about}</p>
            {!draft.script && (
              <p>
                <Button onClick={() => set('script', samples.script)}>{t('begin')}</Button>
              </p>
            )}
            {before}
            <CodeField label={t('script')} hint={words.returns} language="javascript" rows={16} value={draft.script} marks={trial.marks} placeholder={samples.placeholder} onChange={(value) => set('script', value)} />
            <Field label={t('variables')} hint={t('variablesHint')} error={variables ? undefined : t('badVariables')}>
              <textarea className="mono" rows={3} spellCheck={false} autoCapitalize="off" value={draft.variables} placeholder={samples.variable} onChange={(event) => set('variables', event.currentTarget.value)} />
            </Field>
            <SwitchRow label={words.block} hint={words.blockHint} checked={draft.block} onChange={onBlock} />
          </div>
          <section className="stack" aria-labelledby={title}>
            <div>
              <h2 id={title}>{t('try')}</h2>
              <p className="sub">{t('tryLead')}</p>
            </div>
            {tried}
            <Trial trial={trial} ready={Boolean(draft.script.trim() && variables && ready)} added={words.added} />
          </section>
        </div>
        {end}
      </Page>
      {bar}
    </>
  );
}

interface End {
  of: string[];
  words: { section: string; title: string; lead: string; act: string; done: string };
  remove: () => Promise<unknown>;
}

/** The end of a script. */
export function ScriptEnd({ of, words, remove }: End) {
  const { t } = useTranslation();
  const { id } = useTenant();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={words.section}>
      <DangerZone>
        <Danger
          title={words.title}
          action={
            <Button color="red" onClick={() => setAsking(true)}>
              {words.act}
            </Button>
          }
        >
          {words.lead}
        </Danger>
      </DangerZone>
      {asking && (
        <ConfirmDialog
          title={words.title}
          confirm={t('act.delete')}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await remove();
            toast(words.done);
            queries.setQueryData([id, ...of], null);
          }}
        >
          {words.lead}
        </ConfirmDialog>
      )}
    </Section>
  );
}
