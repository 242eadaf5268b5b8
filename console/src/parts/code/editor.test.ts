import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEditor, type Editor } from './editor';

describe('an editor', () => {
  const onChange = vi.fn();
  let host: HTMLElement;
  let editor: Editor;
  const lines = () => [...host.shadowRoot!.querySelectorAll('.cm-line')].map((line) => line.textContent);

  beforeEach(() => {
    host = document.body.appendChild(document.createElement('div'));
    editor = openEditor(host, { language: 'javascript', value: 'const a = 1;\nconst b = 2;', rows: 4, onChange });
  });
  afterEach(() => {
    editor.close();
    host.remove();
    onChange.mockClear();
  });

  it('shows what it is given and tells nobody of it', () => {
    expect(lines()).toEqual(['const a = 1;', 'const b = 2;']);
    editor.show('const c = 3;');
    expect(lines()).toEqual(['const c = 3;']);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('writes what is wrong below its line, and forgets it', () => {
    editor.mark([{ line: 2, message: 'Error: no' }, { line: 9, message: 'beyond the end' }]);
    expect(host.shadowRoot!.querySelector('.bad-line')?.textContent).toBe('const b = 2;');
    expect([...host.shadowRoot!.querySelectorAll('.problem')].map((problem) => problem.textContent)).toEqual(['Error: no']);
    editor.mark([]);
    expect(host.shadowRoot!.querySelector('.bad-line, .problem')).toBeNull();
  });

  it('is told to people who do not see it', () => {
    editor.tell({ label: 'Script', about: 'Tab indents.', invalid: true });
    const box = host.shadowRoot!.querySelector('[role=textbox]')!;
    expect([box.getAttribute('aria-label'), box.getAttribute('aria-invalid')]).toEqual(['Script', 'true']);
    expect(host.shadowRoot!.getElementById(box.getAttribute('aria-describedby')!)?.textContent).toBe('Tab indents.');
  });

  it('keeps the letters of the frame to itself', () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    host.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(heard).not.toHaveBeenCalled();
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true }));
    expect(heard).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', heard);
  });
});
