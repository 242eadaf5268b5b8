import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { DeleteSection } from '@/parts/Deletion';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { useSettings } from '@/parts/settings';
import { EventChoice } from './EventChoice';
import { configOf, draftOf, problemsOf, type Draft, type Hook } from './hook';
import { HookFrame, HookHead } from './HookFrame';
import { SigningKey } from './SigningKey';
import { Trial } from './Trial';

/** Who is told, of what, and how. */
export default function HookSettings() {
  return <HookFrame>{(hook) => <Settings key={hook.id} hook={hook} />}</HookFrame>;
}

function Settings({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hook');
  const api = useApi();
  const params = { path: { id: hook.id } };
  const { draft, set, bar } = useSettings<Hook, Draft>({
    of: ['hook', hook.id],
    lists: ['hooks'],
    thing: hook,
    editable: draftOf,
    labels: { name: t('name'), enabled: t('enabled'), url: t('address'), headers: t('headers'), events: t('events') },
    invalid: (now) => Object.values(problemsOf(now)).some(Boolean),
    send: ({ patch, draft: now, thing }) =>
      body(
        api.PATCH('/api/hooks/{id}', {
          params,
          body: {
            ...(patch.name !== undefined && { name: now.name.trim() }),
            ...(patch.enabled !== undefined && { enabled: now.enabled }),
            ...((patch.url !== undefined || patch.headers !== undefined) && { config: configOf(thing.config, now) }),
            ...(patch.events !== undefined && { events: now.events }),
          },
        }),
      ),
  });
  const wrong = problemsOf(draft);
  return (
    <HookHead hook={hook} foot={bar}>
      <Section title={t('about')}>
        <TextInput label={t('name')} maxLength={256} value={draft.name} error={wrong.name && t(`problem.${wrong.name}`)} onChange={(event) => set('name', event.currentTarget.value)} />
        <SwitchRow label={t('enabled')} hint={t('enabledHint')} checked={draft.enabled} onChange={(on) => set('enabled', on)} />
      </Section>
      <Section title={t('receiver')} lead={t('receiverLead')}>
        <TextInput type="url" classNames={{ input: 'mono' }} label={t('address')} description={t('addressHint')} maxLength={4096} placeholder="https://shop.example/hooks/gatehouse" value={draft.url} error={wrong.url && t(`problem.${wrong.url}`)} onChange={(event) => set('url', event.currentTarget.value)} />
        <Field label={t('headers')} optional hint={t('headersHint')} error={wrong.headers && t(`problem.${wrong.headers}`)}>
          <textarea className="mono" rows={3} spellCheck={false} autoCapitalize="off" value={draft.headers} placeholder="Authorization: Bearer …" onChange={(event) => set('headers', event.currentTarget.value)} />
        </Field>
      </Section>
      <Section title={t('events')} lead={t('eventsLead')}>
        <EventChoice chosen={draft.events} error={wrong.events && t(`problem.${wrong.events}`)} onChange={(events) => set('events', events)} />
      </Section>
      <SigningKey hook={hook} />
      <Trial hookId={hook.id} events={draft.events} config={configOf(hook.config, draft)} ready={!wrong.url && !wrong.headers && !wrong.events} />
      <End hook={hook} />
    </HookHead>
  );
}

function End({ hook: { id, name } }: { hook: Hook }) {
  const { t } = useTranslation('hook');
  const api = useApi();
  return (
    <DeleteSection
      name={name || id}
      lead={t('delete.lead')}
      remove={() => body(api.DELETE('/api/hooks/{id}', { params: { path: { id } } }))}
      done={t('delete.done')}
      to="webhooks"
      own={['hook', id]}
      lists={['hooks']}
    />
  );
}
