/** The admin tenant takes registrations only, and exactly one, as long as nobody administers. */
export async function hasNoAdministrator(): Promise<boolean> {
  const answer = await fetch('/api/.well-known/sign-in-exp');
  return answer.ok && ((await answer.json()) as { signInMode: string }).signInMode === 'Register';
}
