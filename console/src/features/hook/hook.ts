import type { Answer, Input, Row } from '@/app/api/client';

/** A webhook as the Management API gives it. */
export type Hook = Answer<'get', '/api/hooks/{id}'>;
export type Delivery = Row<'/api/hooks/{id}/deliveries'>;
export type HookEvent = NonNullable<Input<'post', '/api/hooks'>['events']>[number];

/** What can be told, under the headings of a form. */
export const eventGroups = {
  signIn: ['PostRegister', 'PostSignIn', 'PostResetPassword', 'Identifier.Lockout', 'Message.RateLimited', 'Grant.LimitExceeded'],
  people: ['User.Created', 'User.Data.Updated', 'User.SuspensionStatus.Updated', 'User.Deleted', 'TrustedDevice.Created', 'TrustedDevice.Deleted'],
  roles: ['Role.Created', 'Role.Data.Updated', 'Role.Scopes.Updated', 'Role.Deleted', 'Scope.Created', 'Scope.Data.Updated', 'Scope.Deleted'],
  organizations: ['Organization.Created', 'Organization.Data.Updated', 'Organization.Membership.Updated', 'Organization.Deleted'],
  template: [
    'OrganizationRole.Created',
    'OrganizationRole.Data.Updated',
    'OrganizationRole.Scopes.Updated',
    'OrganizationRole.Deleted',
    'OrganizationScope.Created',
    'OrganizationScope.Data.Updated',
    'OrganizationScope.Deleted',
  ],
} as const satisfies Record<string, HookEvent[]>;

/** Events that no group has, such as those of an older hook. */
export const strayEvents = (events: HookEvent[]) => events.filter((event) => !Object.values(eventGroups).some((group) => (group as readonly HookEvent[]).includes(event)));

/** What a hook is told; a hook of old has one event by itself. */
export const eventsOf = ({ event, events }: Pick<Hook, 'event' | 'events'>): HookEvent[] => (events.length || !event ? events : [event]);

/** Whether a receiver can be there. */
export const isReceiver = (text: string) => URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol);

/** A line of headers: its name and its value. */
const headerLine = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*)$/;

const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The headers that were typed, a line each, or nothing when a line is none or a name stands twice. */
export function headersIn(text: string): Record<string, string> | undefined {
  const pairs = linesIn(text).map((line) => headerLine.exec(line)?.slice(1) as [string, string] | undefined);
  const names = pairs.map((pair) => pair?.[0].toLowerCase());
  if (names.includes(undefined) || new Set(names).size < names.length) return undefined;
  return Object.fromEntries(pairs as [string, string][]);
}

export const headerText = (headers: Record<string, string> = {}) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** A hook as fields of a form. */
export const draftOf = (hook: Hook) => ({
  name: hook.name,
  enabled: hook.enabled,
  url: hook.config.url,
  headers: headerText(hook.config.headers ?? {}),
  events: eventsOf(hook),
});
export type Draft = ReturnType<typeof draftOf>;

/** What has to be mended, by the phrase that says it. */
export const problemsOf = ({ name, url, headers, events }: Pick<Draft, 'name' | 'url' | 'headers' | 'events'>) => ({
  name: name.trim() ? undefined : ('nameMissing' as const),
  url: isReceiver(url) ? undefined : ('noAddress' as const),
  headers: headersIn(headers) ? undefined : ('badHeaders' as const),
  events: events.length ? undefined : ('eventsMissing' as const),
});

/** Where and how it is told; what has no field here stays as it is. */
export const configOf = (before: Hook['config'], { url, headers }: Pick<Draft, 'url' | 'headers'>) => ({ ...before, url: url.trim(), headers: headersIn(headers) ?? {} });
