import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Mark } from './code';
import type { Editor } from './editor';
import './code.css';

interface Code {
  label: string;
  hint?: string;
  error?: string;
  language: Language;
  value: string;
  placeholder?: string;
  rows: number;
  /** What is wrong with single lines. */
  marks?: Mark[];
  onChange: (value: string) => void;
}

const none: Mark[] = [];

/** Code with its label above: an editor that loads on its own, and until it is there a plain field. */
export function CodeField({ label, hint, error, language, value, placeholder, rows, marks = none, onChange }: Code) {
  const { t } = useTranslation();
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const opening = useRef({ language, value, placeholder, rows, onChange });
  useEffect(() => {
    opening.current = { language, value, placeholder, rows, onChange };
    editor?.show(value);
    editor?.listen(onChange);
  });
  useEffect(() => {
    let opened: Editor | undefined;
    let gone = false;
    // Without the editor the plain field stays.
    import('./editor').then(({ openEditor }) => !gone && host.current && setEditor((opened = openEditor(host.current, opening.current))), () => undefined);
    return () => {
      gone = true;
      opened?.close();
    };
  }, []);
  const about = [hint, error, t('code.keys')].filter(Boolean).join(' ');
  useEffect(() => editor?.tell({ label, about, invalid: error !== undefined }), [editor, label, about, error]);
  useEffect(() => editor?.mark(marks), [editor, marks]);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="f code-field">
      {editor ? <span className="lab">{label}</span> : <label htmlFor={id}>{label}</label>}
      <div ref={host} dir="ltr" hidden={!editor} />
      {!editor && (
        <textarea id={id} className="in mono" rows={rows} spellCheck={false} autoCapitalize="off" value={value} placeholder={placeholder} aria-describedby={described} aria-invalid={error ? true : undefined} onChange={(event) => onChange(event.currentTarget.value)} />
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {editor && <p className="hint">{t('code.keys')}</p>}
      {error && (
        <p className="err" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
