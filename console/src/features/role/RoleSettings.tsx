import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Danger, DangerZone, Section, SwitchRow } from '@/parts/DetailsPage';
import { SaveBar, useDraft } from '@/parts/SaveBar';
import { toast } from '@/parts/Toasts';
import { RoleFrame } from './RoleFrame';
import { useRole, type Role } from './role';

/** What a role is called, whether newcomers get it, and its end. */
export default function RoleSettings() {
  const { roleId = '' } = useParams();
  const { data: role } = useRole(roleId);
  return role ? <Loaded key={roleId} role={role} /> : <RoleFrame>{() => null}</RoleFrame>;
}

function Loaded({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const { draft, set, changed, patch, discard } = useDraft({ name: role.name, description: role.description, isDefault: role.isDefault });
  const save = useMutation({
    mutationFn: async () => {
      await body(api.PATCH('/api/roles/{id}', { params: { path: { id: role.id } }, body: patch as never }));
      await Promise.all([queries.invalidateQueries({ queryKey: [id, 'role', role.id] }), queries.invalidateQueries({ queryKey: [id, 'roles'] })]);
    },
    onSuccess: () => {
      discard();
      toast(t('frame:act.saved'));
    },
  });
  const wrong = !draft.name.trim() || !draft.description.trim();
  return (
    <RoleFrame foot={<SaveBar changes={changed.length} saving={save.isPending} error={save.error} invalid={wrong} onSave={() => save.mutate()} onDiscard={discard} />}>
      {() => (
        <>
          <Section title={t('general')}>
            <TextInput label={t('name')} maxLength={128} value={draft.name} error={!draft.name.trim() && t('nameMissing')} onChange={(event) => set('name', event.currentTarget.value)} />
            <TextInput label={t('about')} maxLength={128} value={draft.description} error={!draft.description.trim() && t('aboutMissing')} onChange={(event) => set('description', event.currentTarget.value)} />
            {role.type === 'User' && <SwitchRow label={t('makeDefault')} hint={t('makeDefaultHint')} checked={draft.isDefault} onChange={(on) => set('isDefault', on)} />}
          </Section>
          <End role={role} />
        </>
      )}
    </RoleFrame>
  );
}

function End({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [deleting, setDeleting] = useState(false);
  return (
    <Section title={t('end')}>
      <DangerZone>
        <Danger
          title={t('deleteTitle', { name: role.name })}
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
          title={t('deleteTitle', { name: role.name })}
          name={role.name}
          confirm={t('frame:act.delete')}
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            await body(api.DELETE('/api/roles/{id}', { params: { path: { id: role.id } } }));
            queries.removeQueries({ queryKey: [id, 'role', role.id] });
            void queries.invalidateQueries({ queryKey: [id, 'roles'] });
            toast(t('deleted', { name: role.name }));
            go('roles');
          }}
        >
          {t('deleteLead')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
