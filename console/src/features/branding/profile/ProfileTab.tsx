import { Button, Menu } from '@mantine/core';
import IconPencil from '@tabler/icons-react/icons/IconPencil';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { SortList } from '@/parts/list/SortList';
import { Loading } from '@/parts/Loading';
import { toast } from '@/parts/Toasts';
import { useStudio } from '../experience';
import { Group } from '../fields';
import { FieldDialog } from './FieldDialog';
import { draftOf, newDraft, standard, useFieldNames, useProfileFields, type FieldDraft, type ProfileField, type Standard } from './profileField';

/** What people are asked about themselves, and which of it at sign-up. */
export default function ProfileTab() {
  const fields = useProfileFields();
  if (!fields.data) return fields.isError ? <ErrorPanel error={fields.error} onRetry={() => void fields.refetch()} /> : <Loading />;
  return (
    <>
      <SignUpForm fields={fields.data} />
      <Fields fields={fields.data} />
    </>
  );
}

/** The questions of the sign-up form in their order; all there are, as long as nobody has chosen. */
function SignUpForm({ fields }: { fields: ProfileField[] }) {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const nameOf = useFieldNames();
  const chosen = draft.signUpProfileFields;
  const asked = chosen ? chosen.flatMap(({ name }) => fields.filter((field) => field.name === name)) : fields;
  const left = fields.filter((field) => !asked.includes(field));
  const ask = (next: ProfileField[]) => set('signUpProfileFields', next.map(({ name }) => ({ name })));
  return (
    <Group
      title={t('profile.form.title')}
      lead={t('profile.form.lead')}
      action={
        left.length > 0 && (
          <AddMenu label={t('profile.form.add')}>
            {left.map((field) => (
              <Menu.Item key={field.name} onClick={() => ask([...asked, field])}>
                {nameOf(field)}
              </Menu.Item>
            ))}
          </AddMenu>
        )
      }
    >
      {asked.length === 0 ? <p className="sub">{t('profile.form.none')}</p> : !chosen && <p className="note">{t('profile.form.all')}</p>}
      <SortList label={t('profile.form.title')} items={asked} keyOf={({ name }) => name} nameOf={nameOf} onChange={ask}>
        {(field) => <span className="grow strong">{nameOf(field)}</span>}
      </SortList>
    </Group>
  );
}

/** A field of the dialog: one that exists, or how a new one begins. */
type Edited = { draft: FieldDraft; kept?: ProfileField };

/** Every field there is; changed at once, as the account centre shows them too. */
function Fields({ fields }: { fields: ProfileField[] }) {
  const { t } = useTranslation('branding');
  const nameOf = useFieldNames();
  const [edited, setEdited] = useState<Edited>();
  const [last, setLast] = useState<ProfileField>();
  const unused = (Object.keys(standard) as Standard[]).filter((name) => !fields.some((field) => field.name === name));
  return (
    <Group
      title={t('profile.fields.title')}
      lead={t('profile.fields.lead')}
      action={
        <AddMenu label={t('profile.fields.add')}>
          {unused.map((name) => (
            <Menu.Item key={name} onClick={() => setEdited({ draft: newDraft(name, standard[name]) })}>
              {t(`profile.standard.${name}`)}
            </Menu.Item>
          ))}
          {unused.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setEdited({ draft: newDraft('', 'Text') })}>{t('profile.fields.own')}</Menu.Item>
        </AddMenu>
      }
    >
      {fields.length === 0 && <p className="sub">{t('profile.fields.none')}</p>}
      <ul className="sort" aria-label={t('profile.fields.title')}>
        {fields.map((field) => (
          <FieldLine key={field.name} field={field} onEdit={() => setEdited({ draft: draftOf(field), kept: field })} onDelete={() => setLast(field)} />
        ))}
      </ul>
      {edited && <FieldDialog {...edited} taken={fields.map(({ name }) => name)} onClose={() => setEdited(undefined)} />}
      {last && <Removal field={last} name={nameOf(last)} onClose={() => setLast(undefined)} />}
    </Group>
  );
}

function FieldLine({ field, onEdit, onDelete }: { field: ProfileField; onEdit: () => void; onDelete: () => void }) {
  const { t } = useTranslation('branding');
  const name = useFieldNames()(field);
  return (
    <li>
      <span className="grow">
        <span className="strong">{name}</span> <code className="hint">{field.name}</code>
      </span>
      {field.required && <span className="tag">{t('profile.requiredTag')}</span>}
      <span className="sub">{t(`profile.type.${field.type}`)}</span>
      <button className="ib s" type="button" aria-label={t('profile.edit', { name })} onClick={onEdit}>
        <IconPencil size={16} stroke={1.75} aria-hidden />
      </button>
      <button className="ib s" type="button" aria-label={t('frame:act.deleteWhat', { name })} onClick={onDelete}>
        <IconTrash size={16} stroke={1.75} aria-hidden />
      </button>
    </li>
  );
}

function Removal({ field, name, onClose }: { field: ProfileField; name: string; onClose: () => void }) {
  const { t } = useTranslation('branding');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const remove = async () => {
    await api.DELETE('/api/custom-profile-fields/{name}', { params: { path: { name: field.name } } });
    await Promise.all(['profile-fields', 'sign-in-exp', 'account-center'].map((key) => queries.invalidateQueries({ queryKey: [id, key] })));
    toast(t('profile.deleted', { name }));
  };
  return (
    <ConfirmDialog title={t('frame:act.deleteWhat', { name })} confirm={t('frame:act.delete')} onConfirm={remove} onClose={onClose}>
      {t('profile.deleteBody')}
    </ConfirmDialog>
  );
}

function AddMenu({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="long-menu">{children}</Menu.Dropdown>
    </Menu>
  );
}
