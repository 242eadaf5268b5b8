import { useTranslation } from 'react-i18next';
import type { FormItem } from '../connector';

/**
 * How fields are called in the reader's language: by what their connector calls them where that is its provider's own word, else as
 * fields of this key are called everywhere; a field that our words do not know keeps the name that its connector gives it.
 */
export function useFieldLabels(): (field: Pick<FormItem, 'key' | 'label'> | string) => string {
  const { t } = useTranslation('connector');
  return (field) => {
    const [key, label] = typeof field === 'string' ? [field, field] : [field.key, field.label];
    if (key.startsWith('look-')) return t(`look.${key.slice('look-'.length)}` as never);
    return t([`named.${label}`, `field.${key}`] as never, { defaultValue: label });
  };
}
