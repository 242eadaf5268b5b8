import type { Answer, Row } from '@/app/api/client';
import { isColour } from '../branding/colour';
import { objectIn } from '@/parts/code/values';
import { isUrl } from '@/parts/url';

/** An organization as the Management API gives it. */
export type Organization = Answer<'get', '/api/organizations/{id}'>;
export type Member = Row<'/api/organizations/{id}/users'>;
export type Machine = Row<'/api/organizations/{id}/applications'>;
export type Invitation = Row<'/api/organization-invitations'>;
export type OrganizationRole = Row<'/api/organization-roles'>;

/** An organization as fields of a form. */
export const draftOf = ({ name, description, color, branding, customCss, isMfaRequired, isTrustedDeviceAllowed = true, customData }: Organization) => ({
  name,
  description: description ?? '',
  logo: branding.logoUrl ?? '',
  darkLogo: branding.darkLogoUrl ?? '',
  favicon: branding.favicon ?? '',
  darkFavicon: branding.darkFavicon ?? '',
  colour: color.primaryColor ?? '',
  darkColour: color.darkPrimaryColor ?? '',
  css: customCss ?? '',
  mfa: isMfaRequired,
  trust: isTrustedDeviceAllowed,
  data: JSON.stringify(customData ?? {}, null, 2),
});
export type Draft = ReturnType<typeof draftOf>;

/** What has to be mended, by the phrase that says it. */
export const problemsOf = ({ name, logo, darkLogo, favicon, darkFavicon, colour, darkColour, data }: Draft) => ({
  name: name.trim() ? undefined : ('nameMissing' as const),
  pictures: [logo, darkLogo, favicon, darkFavicon].some((url) => url && !isUrl(url)) ? ('noPicture' as const) : undefined,
  colours: [colour, darkColour].some((each) => each && !isColour(each)),
  data: objectIn(data) ? undefined : ('noObject' as const),
});

/** What of the draft is sent; parts that have no field stay as they are. */
export const patchOf = (before: Organization, patch: Partial<Draft>, now: Draft) => ({
  ...(patch.name !== undefined && { name: now.name.trim() }),
  ...(patch.description !== undefined && { description: now.description.trim() || null }),
  ...((patch.logo ?? patch.darkLogo ?? patch.favicon ?? patch.darkFavicon) !== undefined && {
    branding: { ...before.branding, logoUrl: now.logo.trim() || undefined, darkLogoUrl: now.darkLogo.trim() || undefined, favicon: now.favicon.trim() || undefined, darkFavicon: now.darkFavicon.trim() || undefined },
  }),
  ...((patch.colour ?? patch.darkColour) !== undefined && { color: { ...before.color, primaryColor: now.colour || undefined, darkPrimaryColor: now.darkColour || undefined } }),
  ...(patch.css !== undefined && { customCss: now.css.trim() ? now.css : null }),
  ...(patch.mfa !== undefined && { isMfaRequired: now.mfa }),
  ...(patch.trust !== undefined && { isTrustedDeviceAllowed: now.trust }),
  ...(patch.data !== undefined && { customData: objectIn(now.data) ?? {} }),
});

/** Whether an invitation can be sent there. */
export const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) && text.trim().length <= 256;

/** Whether a message can lead there. */
export const isLink = (text: string) => /^https?:\/\/\S+$/.test(text.trim());
