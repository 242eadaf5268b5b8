import { RoleApplications } from './RoleApplications';
import { RoleFrame } from './RoleFrame';
import { RoleUsers } from './RoleUsers';

/** Who has a role: people, or applications. */
export default function RoleHolders() {
  return <RoleFrame>{(role) => (role.type === 'User' ? <RoleUsers role={role} /> : <RoleApplications role={role} />)}</RoleFrame>;
}
