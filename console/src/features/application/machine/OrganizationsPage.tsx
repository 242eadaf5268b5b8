import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { Memberships } from '@/features/organization/member/Memberships';
import { setMachineRoles } from '@/features/organization/member/roles';
import { ApplicationFrame, ApplicationHead } from '../ApplicationFrame';

/** The organizations that a machine belongs to. */
export default function OrganizationsPage() {
  return (
    <ApplicationFrame>
      {(application) => (
        <ApplicationHead application={application}>
          <Organizations applicationId={application.id} />
        </ApplicationHead>
      )}
    </ApplicationFrame>
  );
}

function Organizations({ applicationId }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const api = useApi();
  return (
    <Memberships
      of={['applications', applicationId, 'organizations']}
      type="MachineToMachine"
      lead={t('organizations.lead')}
      none={t('organizations.none')}
      read={(signal) => body(api.GET('/api/applications/{id}/organizations', { params: { path: { id: applicationId } }, signal }))}
      join={(id) => body(api.POST('/api/organizations/{id}/applications', { params: { path: { id } }, body: { applicationIds: [applicationId] }, parseAs: 'text' }))}
      leave={(id) => body(api.DELETE('/api/organizations/{id}/applications/{applicationId}', { params: { path: { id, applicationId } } }))}
      setRoles={(id, roleIds, held) => setMachineRoles(api, { id, applicationId }, roleIds, held)}
    />
  );
}
