import { Field } from '@/parts/Field';

/** One algorithm, or what holds without a choice. */
export function Choice({ label, hint, none, options, value, onChange }: { label: string; hint?: string; none: string; options: string[]; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label} hint={hint}>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </Field>
  );
}
