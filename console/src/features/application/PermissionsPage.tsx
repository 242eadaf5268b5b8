import { ApplicationFrame, ApplicationHead } from './ApplicationFrame';
import { ConsentScopes } from './ConsentScopes';
import { MachineRoles } from './MachineRoles';

/** What an application may do: a machine by its roles, one of others by what people may let it have. */
export default function PermissionsPage() {
  return (
    <ApplicationFrame>
      {(application) => (
        <ApplicationHead application={application}>
          {application.type === 'MachineToMachine' && <MachineRoles applicationId={application.id} />}
          {application.isThirdParty && <ConsentScopes applicationId={application.id} />}
        </ApplicationHead>
      )}
    </ApplicationFrame>
  );
}
