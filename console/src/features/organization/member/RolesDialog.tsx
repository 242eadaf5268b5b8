import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { CheckRow } from '@/parts/DetailsPage';
import { FormDialog } from '@/parts/FormDialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { useTemplateRoles, type RoleType } from './roles';

interface Roles {
  /** Who has them. */
  name: string;
  type: RoleType;
  held: { id: string }[];
  onSave: (roleIds: string[]) => Promise<unknown>;
  onClose: () => void;
}

/** Which roles of the template a member has. */
export function RolesDialog({ name, type, held, onSave, onClose }: Roles) {
  const { t } = useTranslation('organization');
  const path = useTenantPath();
  const known = useTemplateRoles(type);
  const [chosen, setChosen] = useState(held.map(({ id }) => id));
  const save = async () => {
    await onSave(chosen);
    onClose();
  };
  return (
    <FormDialog title={t('rolesOf', { name })} submit={t('frame:act.save')} send={save} onClose={onClose}>
      {known.error !== null && <ErrorPanel error={known.error} onRetry={known.retry} />}
      {!known.rows && known.error === null && <Loading />}
      {known.rows?.length === 0 && !known.more && (
        <p className="sub">
          {t('noRoles')} <Link to={path('organization-template')}>{t('toTemplate')}</Link>
        </p>
      )}
      <div>
        {known.rows?.map((role) => (
          <CheckRow key={role.id} name={role.name} hint={role.description} checked={chosen.includes(role.id)} onChange={(on) => setChosen(on ? [...chosen, role.id] : chosen.filter((id) => id !== role.id))} />
        ))}
      </div>
      {known.more}
    </FormDialog>
  );
}
