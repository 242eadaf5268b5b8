import { useId, type ReactElement, type ReactNode, cloneElement } from 'react';
import { useTranslation } from 'react-i18next';

interface Field {
  label: string;
  optional?: boolean;
  hint?: ReactNode;
  error?: string;
  /** A native control; it is given its id and what describes it. */
  children: ReactElement<{ id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean; className?: string }>;
}

/** A native control with its label above, its hint and its error below. */
export function Field({ label, optional, hint, error, children }: Field) {
  const { t } = useTranslation();
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="f">
      <label htmlFor={id}>
        {label} {optional && <span className="opt">{t('state.optional')}</span>}
      </label>
      {cloneElement(children, { id, 'aria-describedby': about, 'aria-invalid': error ? true : undefined, className: `in ${children.props.className ?? ''}` })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
