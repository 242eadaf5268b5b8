import IconPencil from '@tabler/icons-react/icons/IconPencil';
import { useTranslation } from 'react-i18next';

/** The roles of a member, and the way to change them. */
export function RoleTags({ name, roles, onChange }: { name: string; roles: { id: string; name: string }[]; onChange: () => void }) {
  const { t } = useTranslation('organization');
  return (
    <span className="row wrap">
      {roles.map((role) => (
        <span key={role.id} className="tag">
          {role.name}
        </span>
      ))}
      <button className="ib s" type="button" aria-label={t('changeRoles', { name })} onClick={onChange}>
        <IconPencil size={16} stroke={1.75} aria-hidden />
      </button>
    </span>
  );
}
