import { ClaimsPage } from './ClaimsPage';

/** The script for access tokens of people. */
export default function PeoplePage() {
  return <ClaimsPage kind="access-token" />;
}
