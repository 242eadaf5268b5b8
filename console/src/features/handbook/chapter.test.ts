import { describe, expect, it } from 'vitest';
import { languages } from '@/app/language/language';
import { chapterOf, chapters, loadChapter, type ChapterId } from './chapter';

describe.each(Object.keys(languages))('the handbook in %s', (language) => {
  it.each(Object.keys(chapters) as ChapterId[])('has the chapter %s, with a title', async (id) => {
    const { title, text } = await loadChapter(id, language);
    expect(title.length).toBeGreaterThan(5);
    expect(text).toContain('http://localhost:3000');
  });
});

it('leads from chapter to chapter, and nowhere by files of the repository', () => {
  expect(chapterOf('hugging-face.md')).toBe('hugging-face');
  expect(chapterOf('README.md')).toBeUndefined();
  expect(chapterOf('../../reference/settings.md')).toBeUndefined();
});
