import { ActionPage } from './ActionPage';

/** The action for people who have just signed in. */
export default function SignedInPage() {
  return <ActionPage kind="action.postSignIn" />;
}
