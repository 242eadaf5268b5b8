import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { CodeField } from '@/parts/code/CodeField';
import { linesOf, objectIn, pretty, variablesIn } from '@/parts/code/values';
import { SwitchRow } from '@/parts/DetailsPage';
import { useSettings } from '@/parts/settings';
import { ScriptEditor, ScriptEnd, ScriptPage, type ScriptHead } from '../token-claims/ScriptPage';
import { useTrial } from '../token-claims/Trial';
import { beginning, moments, samples, variablesSample, type Action, type Kind } from './action';

const placeholder = 'const runAction = async ({ event, environmentVariables }) => ({ user: { … } });';

/** The script for one moment of a sign-in: written, tried, switched on. */
export function ActionPage({ kind }: { kind: Kind }) {
  const api = useApi();
  return (
    <ScriptPage<Action> head={useHead()} of={['actions', kind]} read={(signal) => body(api.GET('/api/configs/actions/{actionType}', { params: { path: { actionType: kind } }, signal }))}>
      {(action) => <Editor key={kind} kind={kind} action={action} />}
    </ScriptPage>
  );
}

function useHead(): ScriptHead {
  const { t } = useTranslation('action');
  return {
    title: t('title'),
    lead: t('lead'),
    tabs: [
      { to: 'actions/password-refused', label: t('tabs.refused') },
      { to: 'actions/signed-in', label: t('tabs.signedIn') },
    ],
  };
}

const editable = (kind: Kind) => (action: Action | null) => ({
  script: action?.script ?? '',
  variables: linesOf(action?.environmentVariables),
  enabled: action?.enabled ?? false,
  block: action?.onExecutionError === 'block',
  event: pretty(action?.contextSample ?? samples[kind]),
});

function Editor({ kind, action }: { kind: Kind; action: Action | null }) {
  const { t } = useTranslation(['action', 'token-claims']);
  const api = useApi();
  const of = ['actions', kind];
  const params = { path: { actionType: kind } };
  const { draft, set, bar } = useSettings({
    of,
    thing: action,
    editable: editable(kind),
    labels: { script: t('token-claims:script'), variables: t('token-claims:variables'), enabled: t('enabled'), block: t('block'), event: t('event') },
    invalid: (now) => !now.script.trim() || !variablesIn(now.variables) || !objectIn(now.event),
    send: ({ draft: now }) =>
      body(
        api.PUT('/api/configs/actions/{actionType}', {
          params,
          body: { script: now.script, environmentVariables: variablesIn(now.variables), contextSample: objectIn(now.event), enabled: now.enabled, onExecutionError: now.block ? 'block' : 'allow' } as never,
        }),
      ),
  });
  const [variables, event] = [variablesIn(draft.variables), objectIn(draft.event)];
  const trial = useTrial(draft.script, async (script) => {
    const { data, response } = await api.POST('/api/configs/actions/test', { body: { script, actionType: kind, event: event ?? {}, environmentVariables: variables } as never });
    return response.status === 204 ? undefined : (data ?? null);
  });
  return (
    <ScriptEditor
      head={useHead()}
      draft={draft}
      set={set}
      onBlock={(on) => set('block', on)}
      bar={bar}
      trial={trial}
      ready={event !== undefined}
      samples={{ script: beginning[kind], placeholder, variable: variablesSample[kind] }}
      words={{ about: t(`about.${moments[kind]}`), returns: t(`returns.${moments[kind]}`), block: t('block'), blockHint: t('blockHint'), added: t('returned') }}
      before={<SwitchRow label={t('enabled')} hint={t('enabledHint')} checked={draft.enabled} onChange={(on) => set('enabled', on)} />}
      tried={<CodeField label={t('event')} hint={t('eventHint')} error={event ? undefined : t('token-claims:badSample')} language="json" rows={12} value={draft.event} onChange={(value) => set('event', value)} />}
      end={
        action && (
          <ScriptEnd
            of={of}
            words={{ section: t('end.section'), title: t('end.title'), lead: t('end.lead'), act: t('end.act'), done: t('end.done') }}
            remove={() => body(api.DELETE('/api/configs/actions/{actionType}', { params }))}
          />
        )
      }
    />
  );
}
