import type { Answer, Input } from '@/app/api/client';

/** A type of authorization details. */
export type DetailType = Answer<'get', '/api/authorization-detail-types/{id}'>;
export type Kind = DetailType['fields'][number]['kind'];

export const kinds: Kind[] = ['text', 'number', 'boolean', 'list', 'object'];

/** Kinds whose texts may be kept to a few. */
export const hasValues = (kind: Kind) => kind === 'text' || kind === 'list';

/** A field as it is written in the form; `key` tells it from the others while its name changes. */
export interface Field {
  key: string;
  name: string;
  label: string;
  kind: Kind;
  required: boolean;
  values: string;
}

/** A type as fields of a form. */
export interface Draft {
  displayName: string;
  type: string;
  resource: string;
  fields: Field[];
}

export const draftOf = ({ displayName, type, resource, fields }: DetailType): Draft => ({
  displayName,
  type,
  resource: resource ?? '',
  fields: fields.map(({ name, label, kind, required, values }, index) => ({ key: `kept-${index}`, name, label: label ?? '', kind, required: required ?? false, values: (values ?? []).join('\n') })),
});

const lines = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))];

/** What is sent; what nobody has said is left out. */
export const inputOf = ({ displayName, type, resource, fields }: Draft): Input<'put', '/api/authorization-detail-types/{id}'> => ({
  displayName: displayName.trim(),
  type: type.trim(),
  ...(resource && { resource }),
  fields: fields.map(({ name, label, kind, required, values }) => ({
    name: name.trim(),
    ...(label.trim() && { label: label.trim() }),
    kind,
    ...(required && { required }),
    ...(hasValues(kind) && lines(values).length > 0 && { values: lines(values) }),
  })),
});

export type FieldProblem = 'nameMissing' | 'nameTaken' | 'nameReserved' | 'nameTooLong' | 'tooManyValues';

/** What has to be mended of a field among others; `type` is a member that every detail has. */
export function problemOf(field: Field, fields: Field[]): FieldProblem | undefined {
  const name = field.name.trim();
  if (!name) return 'nameMissing';
  if (name === 'type') return 'nameReserved';
  if (name.length > 64) return 'nameTooLong';
  if (fields.some((other) => other.key !== field.key && other.name.trim() === name)) return 'nameTaken';
  return hasValues(field.kind) && (lines(field.values).length > 100 || lines(field.values).some((value) => value.length > 256)) ? 'tooManyValues' : undefined;
}

/** The same with one at another place. */
export function moved<T>(items: T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), items[from] as T, ...rest.slice(to)];
}

/** What an application sends, as an example. */
export function exampleOf({ type, fields }: Draft): object {
  const value = ({ kind, values }: Field) => {
    const first = lines(values)[0] ?? '…';
    return { text: first, number: 12.5, boolean: true, list: [first], object: { value: 12.5 } }[kind];
  };
  return { type, ...Object.fromEntries(fields.filter(({ name }) => name.trim()).map((field) => [field.name.trim(), value(field)])) };
}
