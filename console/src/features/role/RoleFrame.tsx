import IconUserShield from '@tabler/icons-react/icons/IconUserShield';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CopyId } from '@/parts/Copy';
import { DetailsPage } from '@/parts/DetailsPage';
import { Pending } from '@/parts/Pending';
import { useRole, type Role } from './role';

/** What stands above every page of one role. */
export function RoleFrame({ children, foot }: { children: (role: Role) => ReactNode; foot?: ReactNode }) {
  const { t } = useTranslation('role');
  const { roleId = '' } = useParams();
  const role = useRole(roleId);
  const back = { to: 'roles', label: t('title') };
  if (!role.data) return <Pending back={back} query={role} />;
  const ofPeople = role.data.type === 'User';
  return (
    <DetailsPage
      back={back}
      title={role.data.name}
      emblem={
        <span className="logo l">
          <IconUserShield size={28} stroke={1.75} aria-hidden className="i" />
        </span>
      }
      meta={
        <>
          <span>{t(ofPeople ? 'forPeople' : 'forMachines')}</span>
          <CopyId value={role.data.id} what={t('roleId')} />
          {role.data.isDefault && <span className="tag pine">{t('default')}</span>}
        </>
      }
      tabs={[
        { to: `roles/${roleId}`, label: t('permissions') },
        { to: `roles/${roleId}/holders`, label: t(ofPeople ? 'users' : 'machines') },
        { to: `roles/${roleId}/settings`, label: t('settings') },
      ]}
      foot={foot}
    >
      {children(role.data)}
    </DetailsPage>
  );
}
