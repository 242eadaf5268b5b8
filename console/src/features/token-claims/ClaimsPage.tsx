import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CodeField } from '@/parts/code/CodeField';
import { linesOf, objectIn, pretty, variablesIn } from '@/parts/code/values';
import { useSettings } from '@/parts/settings';
import { beginning, samples, type Kind, type Script } from './script';
import { ScriptEditor, ScriptEnd, ScriptPage, type ScriptHead } from './ScriptPage';
import { useTrial } from './Trial';

const placeholder = 'const getCustomJwtClaims = async ({ token, context, environmentVariables, api }) => ({ … });';

/** The script for one kind of access token: written, tried, kept. */
export function ClaimsPage({ kind }: { kind: Kind }) {
  const api = useApi();
  return (
    <ScriptPage<Script> head={useHead()} of={['token-claims', kind]} read={(signal) => body(api.GET('/api/configs/jwt-customizer/{tokenTypePath}', { params: { path: { tokenTypePath: kind } }, signal }))}>
      {(script) => <Editor key={kind} kind={kind} script={script} />}
    </ScriptPage>
  );
}

function useHead(): ScriptHead {
  const { t } = useTranslation('token-claims');
  return {
    title: t('title'),
    lead: t('lead'),
    tabs: [
      { to: 'token-claims/people', label: t('tabs.access-token') },
      { to: 'token-claims/machines', label: t('tabs.client-credentials') },
    ],
  };
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
  const api = useApi();
  const of = ['token-claims', kind];
  const params = { path: { tokenTypePath: kind } };
  const { draft, set, bar } = useSettings({
    of,
    thing: script,
    editable: editable(kind),
    labels: { script: t('script'), variables: t('variables'), block: t('block'), token: t('tokenSample'), context: t('contextSample') },
    invalid: (now) => !now.script.trim() || !variablesIn(now.variables) || !objectIn(now.token) || !objectIn(now.context),
    send: ({ draft: now }) =>
      body(
        api.PUT('/api/configs/jwt-customizer/{tokenTypePath}', {
          params,
          body: { script: now.script, environmentVariables: variablesIn(now.variables), blockIssuanceOnError: now.block, tokenSample: objectIn(now.token), contextSample: objectIn(now.context) } as never,
        }),
      ),
  });
  const [variables, token, context] = [variablesIn(draft.variables), objectIn(draft.token), objectIn(draft.context)];
  const trial = useTrial(draft.script, (tried) =>
    body(api.POST('/api/configs/jwt-customizer/test', { body: { tokenType: kind, script: tried, environmentVariables: variables, token: token ?? {}, context: context ?? {} } as never })),
  );
  const sample = (key: 'token' | 'context', rows: number) => (
    <CodeField label={t(`${key}Sample`)} hint={t(`${key}SampleHint`)} error={objectIn(draft[key]) ? undefined : t('badSample')} language="json" rows={rows} value={draft[key]} onChange={(value) => set(key, value)} />
  );
  return (
    <ScriptEditor
      head={useHead()}
      draft={draft}
      set={set}
      onBlock={(on) => set('block', on)}
      bar={bar}
      trial={trial}
      ready={Boolean(token && context)}
      samples={{ script: beginning[kind], placeholder, variable: 'SHELF=4' }}
      words={{ about: t(`about.${kind}`), returns: t('scriptHint'), block: t('block'), blockHint: t('blockHint'), added: t('added') }}
      tried={
        <details>
          <summary className="more">{t('samples')}</summary>
          <div className="stack">
            {sample('token', 8)}
            {sample('context', 12)}
          </div>
        </details>
      }
      end={
        script && (
          <ScriptEnd
            of={of}
            words={{ section: t('end.section'), title: t('end.title'), lead: t('end.lead'), act: t('end.act'), done: t('end.done') }}
            remove={() => body(api.DELETE('/api/configs/jwt-customizer/{tokenTypePath}', { params }))}
          />
        )
      }
    />
  );
}
