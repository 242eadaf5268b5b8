import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Avatar } from '@/parts/Avatar';
import { CopyId } from '@/parts/Copy';
import { DetailsPage } from '@/parts/DetailsPage';
import { Pending } from '@/parts/Pending';
import type { Organization } from './organization';

/** Reads the organization that the address names. */
export function OrganizationFrame({ children }: { children: (organization: Organization) => ReactNode }) {
  const { t } = useTranslation('organization');
  const { organizationId = '' } = useParams();
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'organization', organizationId],
    queryFn: () => body(api.GET('/api/organizations/{id}', { params: { path: { id: organizationId } } })),
  });
  if (found.data) return children(found.data);
  return <Pending back={{ to: 'organizations', label: t('title') }} query={found} />;
}

/** What stands above every page of one organization. */
export function OrganizationHead({ organization, foot, children }: { organization: Organization; foot?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('organization');
  const here = `organizations/${organization.id}`;
  return (
    <DetailsPage
      back={{ to: 'organizations', label: t('title') }}
      title={organization.name}
      emblem={<Avatar large id={organization.id} name={organization.name} picture={organization.branding.logoUrl} />}
      meta={<CopyId value={organization.id} what="ID" />}
      tabs={[
        { to: here, label: t('tabs.settings') },
        { to: `${here}/members`, label: t('tabs.members') },
        { to: `${here}/machines`, label: t('tabs.machines') },
        { to: `${here}/invitations`, label: t('tabs.invitations') },
        { to: `${here}/joining`, label: t('tabs.joining') },
      ]}
      foot={foot}
    >
      {children}
    </DetailsPage>
  );
}
