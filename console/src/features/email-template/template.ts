import { useQuery } from '@tanstack/react-query';
import { body, type Row } from '@/app/api/client';
import { useTenant } from '@/app/tenant';

/** A tenant's wording of a kind of e-mail in a language. */
export type Template = Row<'/api/email-templates'>;
export type Occasion = Template['templateType'];

/** What e-mails are about, in the order of an account's life; the general wording serves where another is missing. */
export const occasions = [
  'Generic',
  'SignIn',
  'Register',
  'ForgotPassword',
  'OrganizationInvitation',
  'UserPermissionValidation',
  'BindNewIdentifier',
  'MfaVerification',
  'BindMfa',
  'SignInRequest',
] as const satisfies Occasion[];

/** What a message of this kind is sent for: it leads somewhere, or carries a code. */
export const essentialOf = (occasion: Occasion) => (occasion === 'OrganizationInvitation' || occasion === 'SignInRequest' ? 'link' : 'code');

/** What a wording may name between double braces; the first is what people wait for. */
export const variablesOf = (occasion: Occasion): string[] =>
  occasion === 'OrganizationInvitation' ? ['link', 'organization.name', 'inviter.name'] : [essentialOf(occasion), 'application.name'];

const braced = (name: string) => new RegExp(`{{\\s*${name.replace('.', '\\.')}\\s*}}`);

/** Whether people would get the code or the link at all. */
export const isUseful = (occasion: Occasion, content: string) => braced(essentialOf(occasion)).test(content);

/** The content that a new wording begins with, the same in every language. */
export const firstContent = (occasion: Occasion) => (essentialOf(occasion) === 'link' ? '<p><a href="{{link}}">{{link}}</a></p>\n' : '<p style="font-size: 28px">{{code}}</p>\n');

/** What a reader might see: every variable has a value of its own kind. */
export function sample(content: string, occasion: Occasion): string {
  const values: Record<string, string> = { code: '482913', link: 'https://shop.example/join', 'application.name': 'Bookstore', 'organization.name': 'Harbour', 'inviter.name': 'Mira Levi' };
  return variablesOf(occasion).reduce((text, name) => text.replaceAll(new RegExp(braced(name), 'g'), values[name] ?? name), content);
}

/** A wording as fields of a form. */
export const draftOf = ({ details }: Template) => ({
  subject: details.subject,
  content: details.content,
  contentType: details.contentType ?? 'text/html',
  replyTo: details.replyTo ?? '',
  sendFrom: details.sendFrom ?? '',
});
export type Draft = ReturnType<typeof draftOf>;

/** What is sent: the wording is written whole, so what is empty is left out. */
export const detailsOf = ({ subject, content, contentType, replyTo, sendFrom }: Draft): Template['details'] => ({
  subject: subject.trim(),
  content,
  contentType,
  ...(replyTo.trim() && { replyTo: replyTo.trim() }),
  ...(sendFrom.trim() && { sendFrom: sendFrom.trim() }),
});

/** All wordings there are. */
export function useTemplates() {
  const { id, api } = useTenant();
  return useQuery({ queryKey: [id, 'email-templates'], queryFn: ({ signal }) => body(api.GET('/api/email-templates', { signal })) });
}
