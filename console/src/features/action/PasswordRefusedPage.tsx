import { ActionPage } from './ActionPage';

/** The action for passwords that are not right here. */
export default function PasswordRefusedPage() {
  return <ActionPage kind="action.postFirstFactorVerification" />;
}
