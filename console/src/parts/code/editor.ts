import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, indentOnInput, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { javascript, json } from '@codemirror/legacy-modes/mode/javascript';
import { Annotation, Compartment, EditorState, StateEffect, StateField, Transaction, type Text } from '@codemirror/state';
import { Decoration, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder, WidgetType, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Language, Mark } from './code';

/** What an editor is opened with. */
interface Opening {
  language: Language;
  value: string;
  placeholder?: string;
  rows: number;
  onChange: (value: string) => void;
}

/** How an editor is told to people who do not see it. */
interface Told {
  label: string;
  about: string;
  invalid: boolean;
}

/** An open editor. */
export interface Editor {
  show: (value: string) => void;
  tell: (told: Told) => void;
  mark: (marks: Mark[]) => void;
  listen: (onChange: (value: string) => void) => void;
  close: () => void;
}

const languages = { javascript: StreamLanguage.define(javascript), json: StreamLanguage.define(json) };
const indent = '  ';

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.definitionKeyword], color: 'var(--gh-brand)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.number, tags.bool, tags.null], color: 'var(--gh-warn)' },
  { tag: tags.comment, color: 'var(--gh-ink-2)', fontStyle: 'italic' },
  { tag: tags.invalid, color: 'var(--gh-danger)' },
]);

const looks = (rows: number) =>
  EditorView.theme({
    '&': { border: '1px solid var(--gh-line-strong)', borderRadius: '8px', background: 'var(--gh-surface)', color: 'var(--gh-ink)', fontSize: '13px', overflow: 'clip' },
    '&:hover': { borderColor: 'var(--gh-ink-2)' },
    '&.cm-focused': { outline: '2px solid var(--gh-focus)', outlineOffset: '2px' },
    '&.wrong': { borderColor: 'var(--gh-danger)' },
    '.cm-scroller': { fontFamily: 'var(--gh-mono)', lineHeight: '21px', maxHeight: 'max(320px, 70vh)' },
    '.cm-content': { padding: '7px 0', caretColor: 'var(--gh-ink)' },
    '.cm-content, .cm-gutter': { minHeight: `${rows * 21 + 14}px` },
    '.cm-line': { padding: '0 11px 0 6px' },
    '.cm-gutters': { background: 'var(--gh-sunken)', color: 'var(--gh-ink-2)', border: '0', borderInlineEnd: '1px solid var(--c-hair)', borderRadius: '7px 0 0 7px' },
    '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 11px', minWidth: '36px' },
    '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
    '&.cm-focused .cm-activeLine': { background: 'var(--c-hover)' },
    '.cm-placeholder': { color: 'var(--gh-ink-3)' },
    '&.cm-focused .cm-matchingBracket': { background: 'var(--c-press)' },
    '.bad-line, &.cm-focused .bad-line.cm-activeLine': { background: 'var(--gh-danger-soft)' },
    '.problem': { padding: '2px 11px 4px 6px', background: 'var(--gh-danger-soft)', color: 'var(--gh-danger)', fontFamily: 'var(--gh-font)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  });

/** What is wrong with a line, written below it. */
class Problem extends WidgetType {
  constructor(private readonly message: string) {
    super();
  }

  override eq(other: Problem) {
    return other.message === this.message;
  }

  toDOM() {
    const line = document.createElement('div');
    line.className = 'problem';
    line.textContent = this.message;
    return line;
  }
}

/** Marks what is shown from outside, of which nobody outside has to hear. */
const shown = Annotation.define<boolean>();

const setMarks = StateEffect.define<Mark[]>();

const decorate = (doc: Text, marks: Mark[]) =>
  Decoration.set(
    marks
      .filter(({ line }) => line >= 1 && line <= doc.lines)
      .flatMap(({ line, message }) => {
        const { from, to } = doc.line(line);
        return [Decoration.line({ class: 'bad-line' }).range(from), Decoration.widget({ widget: new Problem(message), block: true, side: 1 }).range(to)];
      }),
    true,
  );

const problems = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, transaction) =>
    transaction.effects.reduce((now, effect) => (effect.is(setMarks) ? decorate(transaction.state.doc, effect.value) : now), before.map(transaction.changes)),
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * Opens an editor in a shadow of `host`: there its styles are style sheets made by script, which our content security policy lets
 * through, and the page's own do not reach it. Colours come in as the variables of the page.
 */
export function openEditor(host: HTMLElement, opening: Opening): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const about = Object.assign(document.createElement('span'), { id: 'about', hidden: true });
  const told = new Compartment();
  let { onChange } = opening;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: opening.value,
      extensions: [
        lineNumbers(),
        history(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        EditorState.tabSize.of(indent.length),
        languages[opening.language],
        syntaxHighlighting(colours),
        problems,
        opening.placeholder ? placeholder(opening.placeholder) : [],
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        told.of([]),
        looks(opening.rows),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          if (docChanged && !transactions.some((transaction) => transaction.annotation(shown))) onChange(state.doc.toString());
        }),
      ],
    }),
  });
  root.append(about);
  // The frame's keys, such as / for the search, are letters here.
  const keep = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && event.stopPropagation();
  host.addEventListener('keydown', keep);
  return {
    show: (value) => {
      if (value === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value }, annotations: [shown.of(true), Transaction.addToHistory.of(false)] });
    },
    tell: (now) => {
      about.textContent = now.about;
      const attributes = { tabindex: '0', 'aria-label': now.label, 'aria-describedby': 'about', ...(now.invalid && { 'aria-invalid': 'true' }) };
      view.dispatch({ effects: told.reconfigure([EditorView.contentAttributes.of(attributes), EditorView.editorAttributes.of({ class: now.invalid ? 'wrong' : '' })]) });
    },
    mark: (marks) => view.dispatch({ effects: setMarks.of(marks) }),
    listen: (listener) => {
      onChange = listener;
    },
    close: () => {
      host.removeEventListener('keydown', keep);
      view.destroy();
      about.remove();
    },
  };
}
