import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '@/parts/list/list';
import { spans } from './events';

/** How far back the list looks. */
export function WhenFilter({ list }: { list: ListState }) {
  const { t } = useTranslation('audit');
  return (
    <select className="in" aria-label={t('when')} value={list.filter('when')} onChange={(event) => list.set({ when: event.currentTarget.value })}>
      <option value="">{t('whenever')}</option>
      {Object.keys(spans).map((span) => (
        <option key={span} value={span}>
          {t(`spans.${span}`)}
        </option>
      ))}
    </select>
  );
}

/** One of some values. */
export function ChoiceFilter({ list, name, label, all, values }: { list: ListState; name: string; label: string; all: string; values: { value: string; text: string }[] }) {
  const chosen = list.filter(name);
  const offered = chosen && !values.some(({ value }) => value === chosen) ? [...values, { value: chosen, text: chosen }] : values;
  return (
    <select className="in" aria-label={label} value={chosen} onChange={(event) => list.set({ [name]: event.currentTarget.value })}>
      <option value="">{all}</option>
      {offered.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** An identifier, once somebody has stopped typing it. */
export function IdFilter({ list, name, label }: { list: ListState; name: string; label: string }) {
  const kept = list.filter(name);
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  const apply = useDebouncedCallback((value: string) => list.set({ [name]: value.trim() }), 400);
  return (
    <input
      className="in id"
      aria-label={label}
      placeholder={label}
      spellCheck={false}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        apply(value);
      }}
    />
  );
}

/** Takes all filters away. */
export function ClearFilters({ list, names }: { list: ListState; names: string[] }) {
  const { t } = useTranslation();
  if (!names.some((name) => list.filter(name))) return null;
  return (
    <Button variant="subtle" onClick={list.clear}>
      {t('list.clear')}
    </Button>
  );
}
