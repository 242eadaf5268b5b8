import { ClaimsPage } from './ClaimsPage';

/** The script for access tokens of machines. */
export default function MachinesPage() {
  return <ClaimsPage kind="client-credentials" />;
}
