import { ApplicationFrame, ApplicationHead } from './ApplicationFrame';
import { ConsentScopes, useConsentList } from './ConsentScopes';
import { MachineRoles } from './machine/MachineRoles';

/** What an application may do: a machine by its roles, one of others by what people may let it have. */
export default function PermissionsPage() {
  return (
    <ApplicationFrame>
      {(application) => (
        <ApplicationHead application={application}>
          {application.type === 'MachineToMachine' && <MachineRoles applicationId={application.id} />}
          {application.isThirdParty && <Consent applicationId={application.id} />}
        </ApplicationHead>
      )}
    </ApplicationFrame>
  );
}

const Consent = ({ applicationId }: { applicationId: string }) => <ConsentScopes list={useConsentList(applicationId)} />;
