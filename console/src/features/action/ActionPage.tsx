import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
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
import { Trial, useTrial } from '../token-claims/Trial';
import { beginning, moments, samples, variablesSample, type Action, type Kind } from './action';
import '../token-claims/token-claims.css';

const placeholder = 'const runAction = async ({ event, environmentVariables }) => ({ user: { … } });';

/** The script for one moment of a sign-in: written, tried, switched on. */
export function ActionPage({ kind }: { kind: Kind }) {
  const { t } = useTranslation('action');
  const { id, api } = useTenant();
  const action = useQuery({
    queryKey: [id, 'actions', kind],
    queryFn: async ({ signal }): Promise<Action | null> => {
      try {
        return await body(api.GET('/api/configs/actions/{actionType}', { params: { path: { actionType: kind } }, signal }));
      } catch (cause) {
        if (cause instanceof ApiError && cause.status === 404) return null;
        throw cause;
      }
    },
  });
  if (action.data !== undefined) return <Editor key={kind} kind={kind} action={action.data} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs />
      {action.isError ? <ErrorPanel error={action.error} onRetry={() => void action.refetch()} /> : <Loading />}
    </Page>
  );
}

function Tabs() {
  const { t } = useTranslation('action');
  const path = useTenantPath();
  return (
    <nav className="tabs" aria-label={t('title')}>
      <NavLink to={path('actions/password-refused')}>{t('tabs.refused')}</NavLink>
      <NavLink to={path('actions/signed-in')}>{t('tabs.signedIn')}</NavLink>
    </nav>
  );
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
  const { api } = useTenant();
  const title = useId();
  const { draft, set, bar } = useSettings({
    of: ['actions', kind],
    thing: action,
    editable: editable(kind),
    labels: { script: t('token-claims:script'), variables: t('token-claims:variables'), enabled: t('enabled'), block: t('block'), event: t('event') },
    invalid: (now) => !now.script.trim() || !variablesIn(now.variables) || !objectIn(now.event),
    send: ({ draft: now }) =>
      body(
        api.PUT('/api/configs/actions/{actionType}', {
          params: { path: { actionType: kind } },
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
    <>
      <Page title={t('title')} lead={t('lead')}>
        <Tabs />
        <div className="pair claims">
          <div className="stack">
            <p className="sub">{t(`about.${moments[kind]}`)}</p>
            {!draft.script && (
              <p>
                <Button onClick={() => set('script', beginning[kind])}>{t('token-claims:begin')}</Button>
              </p>
            )}
            <SwitchRow label={t('enabled')} hint={t('enabledHint')} checked={draft.enabled} onChange={(on) => set('enabled', on)} />
            <CodeField label={t('token-claims:script')} hint={t(`returns.${moments[kind]}`)} language="javascript" rows={16} value={draft.script} marks={trial.marks} placeholder={placeholder} onChange={(value) => set('script', value)} />
            <Field label={t('token-claims:variables')} hint={t('token-claims:variablesHint')} error={variables ? undefined : t('token-claims:badVariables')}>
              <textarea className="mono" rows={3} spellCheck={false} autoCapitalize="off" value={draft.variables} placeholder={variablesSample[kind]} onChange={(change) => set('variables', change.currentTarget.value)} />
            </Field>
            <SwitchRow label={t('block')} hint={t('blockHint')} checked={draft.block} onChange={(on) => set('block', on)} />
          </div>
          <section className="stack" aria-labelledby={title}>
            <div>
              <h2 id={title}>{t('token-claims:try')}</h2>
              <p className="sub">{t('token-claims:tryLead')}</p>
            </div>
            <CodeField label={t('event')} hint={t('eventHint')} error={event ? undefined : t('token-claims:badSample')} language="json" rows={12} value={draft.event} onChange={(value) => set('event', value)} />
            <Trial trial={trial} ready={Boolean(draft.script.trim() && variables && event)} added={t('returned')} />
          </section>
        </div>
        {action && <End kind={kind} />}
      </Page>
      {bar}
    </>
  );
}

function End({ kind }: { kind: Kind }) {
  const { t } = useTranslation('action');
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
            await body(api.DELETE('/api/configs/actions/{actionType}', { params: { path: { actionType: kind } } }));
            toast(t('end.done'));
            queries.setQueryData([id, 'actions', kind], null);
          }}
        >
          {t('end.lead')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
