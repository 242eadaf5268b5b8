import { describe, expect, it } from 'vitest';
import { detailsOf, draftOf, firstContent, isUseful, sample, type Template } from './template';

const template: Template = {
  tenantId: 'default',
  id: 't',
  languageTag: 'en',
  templateType: 'SignIn',
  details: { subject: 'Your code', content: '<b>{{ code }}</b> for {{application.name}} {{other}}' },
  createdAt: 0,
};

describe('a wording', () => {
  it('is sent whole, without what is empty', () => {
    expect(detailsOf({ ...draftOf(template), subject: ' Hello ', replyTo: ' ' })).toEqual({ subject: 'Hello', content: template.details.content, contentType: 'text/html' });
  });

  it('is of use when it names the code or the link', () => {
    expect(isUseful('SignIn', template.details.content)).toBe(true);
    expect(isUseful('SignIn', '{{link}}')).toBe(false);
    expect(isUseful('SignInRequest', firstContent('SignInRequest'))).toBe(true);
  });

  it('is shown with samples in the place of what it may name, and of nothing else', () => {
    expect(sample(template.details.content, 'SignIn')).toBe('<b>482913</b> for Bookstore {{other}}');
  });
});
