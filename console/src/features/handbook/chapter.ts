const files = import.meta.glob<string>('../../../../docs/guide/*/*.md', { query: '?raw', import: 'default' });

/** The chapters, in the order in which they are read; their titles are names. */
export const chapters = { flask: 'Flask', 'hugging-face': 'Hugging Face', oauth2: 'OAuth 2.0' } as const;

export type ChapterId = keyof typeof chapters;

export const isChapter = (id: string): id is ChapterId => id in chapters;

/** Loads a chapter, without the title that the page shows by itself. */
export async function loadChapter(id: ChapterId, language: string): Promise<{ title: string; text: string }> {
  const load = files[`../../../../docs/guide/${language}/${id}.md`];
  if (!load) throw new Error(`no chapter ${id} in ${language}`);
  const [, title = '', text = ''] = /^# (.+)\n([\s\S]*)$/.exec(await load()) ?? [];
  return { title, text };
}

/** Where a chapter's link leads within the Console: to another chapter, or nowhere when it names a file of the repository. */
export function chapterOf(link: string): ChapterId | undefined {
  const id = /^([\w-]+)\.md$/.exec(link)?.[1] ?? '';
  return isChapter(id) ? id : undefined;
}
