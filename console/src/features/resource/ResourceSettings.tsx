import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { CopyField } from '@/parts/Copy';
import { Danger, DangerZone, Facts, Section, SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { SaveBar, useDraft } from '@/parts/SaveBar';
import { toast } from '@/parts/Toasts';
import { ResourceFrame } from './ResourceFrame';
import { isManagementApi, useResource, type Resource } from './resource';

/** What an API is called, how long its tokens live, and its end. */
export default function ResourceSettings() {
  const { resourceId = '' } = useParams();
  const { data: resource } = useResource(resourceId);
  return resource ? <Loaded key={resourceId} resource={resource} /> : <ResourceFrame>{() => null}</ResourceFrame>;
}

function Loaded({ resource }: { resource: Resource }) {
  const { t } = useTranslation('resource');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const fixed = isManagementApi(resource);
  const { draft, set, changed, patch, discard } = useDraft({ name: resource.name, accessTokenTtl: resource.accessTokenTtl, isDefault: resource.isDefault });
  const path = { id: resource.id };
  const save = useMutation({
    mutationFn: async () => {
      const { isDefault, ...rest } = patch;
      if (Object.keys(rest).length) await body(api.PATCH('/api/resources/{id}', { params: { path }, body: rest as never }));
      if (isDefault !== undefined) await body(api.PATCH('/api/resources/{id}/is-default', { params: { path }, body: { isDefault } }));
      await Promise.all([queries.invalidateQueries({ queryKey: [id, 'resource', resource.id] }), queries.invalidateQueries({ queryKey: [id, 'resources'] })]);
    },
    onSuccess: () => {
      discard();
      toast(t('frame:act.saved'));
    },
  });
  const wrong = !draft.name.trim() || !Number.isInteger(draft.accessTokenTtl) || draft.accessTokenTtl < 1;
  return (
    <ResourceFrame foot={<SaveBar changes={changed.length} saving={save.isPending} error={save.error} invalid={wrong} onSave={() => save.mutate()} onDiscard={discard} />}>
      {() => (
        <>
          <Section title={t('general')} lead={fixed ? t('fixedLead') : undefined}>
            <TextInput label={t('name')} value={draft.name} disabled={fixed} error={!draft.name.trim() && t('nameMissing')} onChange={(event) => set('name', event.currentTarget.value)} />
            <Facts>
              <CopyField label={t('indicator')} value={resource.indicator} />
            </Facts>
            <SwitchRow label={t('makeDefault')} hint={t('makeDefaultHint')} checked={draft.isDefault} onChange={(on) => set('isDefault', on)} />
          </Section>
          {!fixed && (
            <Section title={t('tokens')} lead={t('tokensLead')}>
              <Field label={t('ttlSeconds')} hint={t('ttlHint')} error={wrong && draft.name.trim() ? t('wrongTtl') : undefined}>
                <input type="number" min={1} step={1} inputMode="numeric" value={Number.isNaN(draft.accessTokenTtl) ? '' : draft.accessTokenTtl} onChange={(event) => set('accessTokenTtl', event.currentTarget.valueAsNumber)} />
              </Field>
            </Section>
          )}
          {!fixed && <End resource={resource} />}
        </>
      )}
    </ResourceFrame>
  );
}

function End({ resource }: { resource: Resource }) {
  const { t } = useTranslation('resource');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [deleting, setDeleting] = useState(false);
  return (
    <Section title={t('end')}>
      <DangerZone>
        <Danger
          title={t('deleteTitle', { name: resource.name })}
          action={
            <Button color="red" onClick={() => setDeleting(true)}>
              {t('delete')}
            </Button>
          }
        >
          {t('deleteLead')}
        </Danger>
      </DangerZone>
      {deleting && (
        <ConfirmDialog
          title={t('deleteTitle', { name: resource.name })}
          name={resource.name}
          confirm={t('frame:act.delete')}
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            await body(api.DELETE('/api/resources/{id}', { params: { path: { id: resource.id } } }));
            queries.removeQueries({ queryKey: [id, 'resource', resource.id] });
            void queries.invalidateQueries({ queryKey: [id, 'resources'] });
            toast(t('deleted', { name: resource.name }));
            go('api-resources');
          }}
        >
          {t('deleteBody')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
