import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, type Row } from '@/app/api/client';
import { useTenant } from '@/app/tenant';

/** Something that newcomers are asked, or that people see of their account. */
export type ProfileField = Row<'/api/custom-profile-fields'>;
export type FieldType = ProfileField['type'];

/** Fields that the pages have words for in every language, each with the type that suits it. */
export const standard = {
  name: 'Text',
  fullname: 'Fullname',
  givenName: 'Text',
  familyName: 'Text',
  nickname: 'Text',
  avatar: 'Url',
  birthdate: 'Date',
  gender: 'Select',
  website: 'Url',
  address: 'Address',
  zoneinfo: 'Text',
  locale: 'Text',
} as const satisfies Record<string, FieldType>;

export type Standard = keyof typeof standard;

export const isStandard = (name: string): name is Standard => Object.hasOwn(standard, name);

/** The types that a field of the tenant's own can have; the others are made of parts with fixed names. */
export const simpleTypes = ['Text', 'Number', 'Date', 'Checkbox', 'Select', 'Url', 'Regex'] as const satisfies FieldType[];

const partNames = {
  Fullname: ['givenName', 'middleName', 'familyName'],
  Address: ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'],
} as const;

export type PartName = (typeof partNames)[keyof typeof partNames][number];

/** Ways to write a date; people choose one in their browser, so this is how it is kept. */
export const dateFormats = ['yyyy-MM-dd', 'dd/MM/yyyy', 'MM/dd/yyyy'];

/** A part of a name or an address. */
export interface PartDraft {
  name: PartName;
  enabled: boolean;
  required: boolean;
}

/** A field as it is being edited; numbers and options as they are typed. */
export interface FieldDraft {
  name: string;
  type: FieldType;
  label: string;
  description: string;
  required: boolean;
  placeholder: string;
  least: string;
  most: string;
  /** How a date is written, or the expression that an answer matches. */
  format: string;
  /** A line each: the value, or the value, an equals sign and its label. */
  options: string;
  ticked: boolean;
  parts: PartDraft[];
}

/** What a field's `config` may hold, whatever its type. */
interface Config {
  placeholder?: string;
  minLength?: number;
  maxLength?: number;
  minValue?: number;
  maxValue?: number;
  format?: string;
  options?: { value: string; label?: string }[];
  defaultValue?: 'true' | 'false';
  parts?: ({ name: PartName; enabled: boolean; required: boolean } & Record<string, unknown>)[];
}

/** The draft that a new field begins with. */
export const newDraft = (name: string, type: FieldType): FieldDraft => draftOf({ name, type, label: '', description: null, required: false, config: {} });

/** The draft of a field that exists. */
export function draftOf({ name, type, label, description, required, config }: Pick<ProfileField, 'name' | 'type' | 'label' | 'description' | 'required' | 'config'>): FieldDraft {
  const kept = config as Config;
  return {
    name,
    type,
    label,
    description: description ?? '',
    required,
    placeholder: kept.placeholder ?? '',
    least: String((type === 'Number' ? kept.minValue : kept.minLength) ?? ''),
    most: String((type === 'Number' ? kept.maxValue : kept.maxLength) ?? ''),
    format: kept.format ?? (type === 'Date' ? dateFormats[0]! : ''),
    options: (kept.options ?? []).map((option) => (option.label && option.label !== option.value ? `${option.value} = ${option.label}` : option.value)).join('\n'),
    ticked: kept.defaultValue === 'true',
    parts: partsOf(type, kept.parts),
  };
}

/** A new name has all its parts; a new address all but the one that holds it in one piece. */
function partsOf(type: FieldType, kept: Config['parts']): PartDraft[] {
  if (type !== 'Fullname' && type !== 'Address') return [];
  return partNames[type].map((name) => {
    const part = kept?.find((one) => one.name === name);
    return { name, enabled: kept ? part?.enabled === true : name !== 'formatted', required: part?.required === true };
  });
}

/** The choices that the lines name. */
export const optionsOf = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.indexOf('=');
      const label = line.slice(at + 1).trim();
      return at > 0 && label ? { value: line.slice(0, at).trim(), label } : { value: line };
    });

const number = (text: string) => (text.trim() === '' ? undefined : Number(text));

/** What the type adds; members that the form does not show stay as they are. */
function configOf(draft: FieldDraft, kept: Config): Config {
  const { placeholder: _, ...rest } = kept;
  const base: Config = draft.placeholder.trim() ? { ...rest, placeholder: draft.placeholder.trim() } : rest;
  const [least, most] = [number(draft.least), number(draft.most)];
  switch (draft.type) {
    case 'Text':
      return { ...base, minLength: least, maxLength: most };
    case 'Number':
      return { ...base, minValue: least, maxValue: most };
    case 'Date':
    case 'Regex':
      return { ...base, format: draft.format };
    case 'Select':
      return { ...base, options: optionsOf(draft.options) };
    case 'Url':
      return base;
    case 'Checkbox':
      return { defaultValue: draft.ticked ? 'true' : 'false' };
    case 'Fullname':
    case 'Address':
      return { parts: draft.parts.map((part) => ({ type: 'Text', ...kept.parts?.find((one) => one.name === part.name), ...part })) };
  }
}

/** What is sent of a draft; a text that was emptied is sent empty, since what is absent stays. */
export function inputOf(draft: FieldDraft, kept?: ProfileField) {
  return {
    type: draft.type,
    ...(draft.label.trim() && { label: draft.label.trim() }),
    ...(draft.type !== 'Checkbox' && (draft.description.trim() || kept?.description) && { description: draft.description.trim() }),
    required: draft.type !== 'Checkbox' && draft.required,
    config: configOf(draft, kept?.type === draft.type ? (kept.config as Config) : {}),
  };
}

export type Problem = 'key' | 'taken' | 'label' | 'bound' | 'bounds' | 'options' | 'repeated' | 'expression' | 'parts';

/** What has to be mended, by field. */
export function problemsOf(draft: FieldDraft, taken: string[], kept?: ProfileField): Partial<Record<keyof FieldDraft, Problem>> {
  const named = Boolean(draft.label.trim()) || (isStandard(draft.name) && !kept?.label);
  return {
    ...(!kept && !/^[0-9A-Za-z]+$/.test(draft.name) && { name: 'key' }),
    ...(!kept && taken.includes(draft.name) && { name: 'taken' }),
    ...(!named && { label: 'label' }),
    ...problemsOfType(draft),
  };
}

function problemsOfType({ type, least, most, options, format, parts }: FieldDraft): Partial<Record<keyof FieldDraft, Problem>> {
  switch (type) {
    case 'Text':
    case 'Number': {
      const fits = (text: string) => text.trim() === '' || (Number.isFinite(Number(text)) && (type === 'Number' || /^\d+$/.test(text.trim())));
      const [low, high] = [number(least), number(most)];
      return {
        ...(!fits(least) && { least: 'bound' }),
        ...(!fits(most) ? { most: 'bound' } : low !== undefined && high !== undefined && low > high && { most: 'bounds' }),
      };
    }
    case 'Select': {
      const values = optionsOf(options).map(({ value }) => value);
      return values.length === 0 ? { options: 'options' } : new Set(values).size < values.length ? { options: 'repeated' } : {};
    }
    case 'Regex':
      return isExpression(format) ? {} : { format: 'expression' };
    case 'Fullname':
    case 'Address':
      return parts.some((part) => part.enabled) ? {} : { parts: 'parts' };
    default:
      return {};
  }
}

function isExpression(text: string): boolean {
  try {
    return text !== '' && new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** All fields, in the order in which forms show them where nothing else is said. */
export function useProfileFields() {
  const { id, api } = useTenant();
  return useQuery({ queryKey: [id, 'profile-fields'], queryFn: ({ signal }) => body(api.GET('/api/custom-profile-fields', { signal })) });
}

/** How the pages call a field. */
export function useFieldNames(): (field: Pick<ProfileField, 'name' | 'label'>) => string {
  const { t } = useTranslation('branding');
  return ({ name, label }) => label || (isStandard(name) ? t(`profile.standard.${name}`) : name);
}
