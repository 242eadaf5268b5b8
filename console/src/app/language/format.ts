import { useTranslation } from 'react-i18next';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** Writes numbers and times as the chosen language does. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language;
  return {
    number: (value: number) => new Intl.NumberFormat(language).format(value),
    date: (at: number | Date) => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at),
    time: (at: number | Date) => new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at),
    full: (at: number | Date) =>
      new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }).format(at),
    /** “2 minutes ago”, “in 6 days”. */
    relative: (at: number | Date, now = Date.now()) => {
      const seconds = Math.round((Number(at) - now) / 1000);
      const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
    },
  };
}
