import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { body } from '@/app/api/client';
import { ApiError } from '@/app/api/error';
import { useTenant, useTenantPath } from '@/app/tenant';
import { CodeField } from '@/parts/code/CodeField';
import { linesOf, objectIn, pretty, variablesIn } from '@/parts/code/values';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Danger, DangerZone, Section, SwitchRow } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { Loading } from '@/parts/Loading';
import { Page } from '@/parts/Page';
import { useSettings } from '@/parts/settings';
import { toast } from '@/parts/Toasts';
import { beginning, samples, type Kind, type Script } from './script';
import { Trial, useTrial } from './Trial';
import './token-claims.css';

const placeholder = 'const getCustomJwtClaims = async ({ token, context, environmentVariables, api }) => ({ … });';

/** The script for one kind of access token: written, tried, kept. */
export function ClaimsPage({ kind }: { kind: Kind }) {
  const { t } = useTranslation('token-claims');
  const { id, api } = useTenant();
  const script = useQuery({
    queryKey: [id, 'token-claims', kind],
    queryFn: async ({ signal }): Promise<Script | null> => {
      try {
        return await body(api.GET('/api/configs/jwt-customizer/{tokenTypePath}', { params: { path: { tokenTypePath: kind } }, signal }));
      } catch (cause) {
        if (cause instanceof ApiError && cause.status === 404) return null;
        throw cause;
      }
    },
  });
  if (script.data !== undefined) return <Editor key={kind} kind={kind} script={script.data} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs />
      {script.isError ? <ErrorPanel error={script.error} onRetry={() => void script.refetch()} /> : <Loading />}
    </Page>
  );
}

function Tabs() {
  const { t } = useTranslation('token-claims');
  const path = useTenantPath();
  return (
    <nav className="tabs" aria-label={t('title')}>
      <NavLink to={path('token-claims/people')}>{t('tabs.access-token')}</NavLink>
      <NavLink to={path('token-claims/machines')}>{t('tabs.client-credentials')}</NavLink>
    </nav>
  );
}

const editable = (kind: Kind) => (script: Script | null) => ({
  script: script?.script ?? '',
  variables: linesOf(script?.environmentVariables),
  block: script?.blockIssuanceOnError ?? false,
  token: pretty(script?.tokenSample ?? samples[kind].token),
  context: pretty(script?.contextSample ?? samples[kind].context),
});

function Editor({ kind, script }: { kind: Kind; script: Script | null }) {
  const { t } = useTranslation('token-claims');
  const { api } = useTenant();
  const { draft, set, bar } = useSettings({
    of: ['token-claims', kind],
    thing: script,
    editable: editable(kind),
    labels: { script: t('script'), variables: t('variables'), block: t('block'), token: t('tokenSample'), context: t('contextSample') },
    invalid: (now) => !now.script.trim() || !variablesIn(now.variables) || !objectIn(now.token) || !objectIn(now.context),
    send: ({ draft: now }) =>
      body(
        api.PUT('/api/configs/jwt-customizer/{tokenTypePath}', {
          params: { path: { tokenTypePath: kind } },
          body: { script: now.script, environmentVariables: variablesIn(now.variables), blockIssuanceOnError: now.block, tokenSample: objectIn(now.token), contextSample: objectIn(now.context) } as never,
        }),
      ),
  });
  const [variables, token, context] = [variablesIn(draft.variables), objectIn(draft.token), objectIn(draft.context)];
  const trial = useTrial(draft.script, (tried) =>
    body(api.POST('/api/configs/jwt-customizer/test', { body: { tokenType: kind, script: tried, environmentVariables: variables, token: token ?? {}, context: context ?? {} } as never })),
  );
  return (
    <>
      <Page title={t('title')} lead={t('lead')}>
        <Tabs />
        <div className="pair claims">
          <div className="stack">
            <p className="sub">{t(`about.${kind}`)}</p>
            {!draft.script && (
              <p>
                <Button onClick={() => set('script', beginning[kind])}>{t('begin')}</Button>
              </p>
            )}
            <CodeField label={t('script')} hint={t('scriptHint')} language="javascript" rows={18} value={draft.script} marks={trial.marks} placeholder={placeholder} onChange={(value) => set('script', value)} />
            <Field label={t('variables')} hint={t('variablesHint')} error={variablesIn(draft.variables) ? undefined : t('badVariables')}>
              <textarea className="mono" rows={3} spellCheck={false} autoCapitalize="off" value={draft.variables} placeholder="SHELF=4" onChange={(event) => set('variables', event.currentTarget.value)} />
            </Field>
            <SwitchRow label={t('block')} hint={t('blockHint')} checked={draft.block} onChange={(on) => set('block', on)} />
          </div>
          <Samples draft={draft} set={set}>
            <Trial trial={trial} ready={Boolean(draft.script.trim() && variables && token && context)} added={t('added')} />
          </Samples>
        </div>
        {script && <End kind={kind} />}
      </Page>
      {bar}
    </>
  );
}

type Draft = ReturnType<ReturnType<typeof editable>>;

/** What the script is tried with, and what comes of it. */
function Samples({ draft, set, children }: { draft: Draft; set: (key: 'token' | 'context', value: string) => void; children: ReactNode }) {
  const { t } = useTranslation('token-claims');
  const title = useId();
  const sample = (key: 'token' | 'context', rows: number) => (
    <CodeField label={t(`${key}Sample`)} hint={t(`${key}SampleHint`)} error={objectIn(draft[key]) ? undefined : t('badSample')} language="json" rows={rows} value={draft[key]} onChange={(value) => set(key, value)} />
  );
  return (
    <section className="stack" aria-labelledby={title}>
      <div>
        <h2 id={title}>{t('try')}</h2>
        <p className="sub">{t('tryLead')}</p>
      </div>
      <details>
        <summary className="more">{t('samples')}</summary>
        <div className="stack">
          {sample('token', 8)}
          {sample('context', 12)}
        </div>
      </details>
      {children}
    </section>
  );
}

function End({ kind }: { kind: Kind }) {
  const { t } = useTranslation('token-claims');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('end.section')}>
      <DangerZone>
        <Danger
          title={t('end.title')}
          action={
            <Button color="red" onClick={() => setAsking(true)}>
              {t('end.act')}
            </Button>
          }
        >
          {t('end.lead')}
        </Danger>
      </DangerZone>
      {asking && (
        <ConfirmDialog
          title={t('end.title')}
          confirm={t('frame:act.delete')}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await body(api.DELETE('/api/configs/jwt-customizer/{tokenTypePath}', { params: { path: { tokenTypePath: kind } } }));
            toast(t('end.done'));
            queries.setQueryData([id, 'token-claims', kind], null);
          }}
        >
          {t('end.lead')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
