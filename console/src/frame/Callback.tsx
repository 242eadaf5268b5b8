import { redirect } from 'react-router';
import { completeSignIn } from '@/app/session';
import { RouteError } from './RouteError';

/** Where the sign-in page sends the browser back to. */
export async function loader() {
  return redirect(await completeSignIn());
}

export const Component = () => null;
export const ErrorBoundary = RouteError;
