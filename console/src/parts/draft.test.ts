import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useDraft } from './draft';

interface Thing {
  name: string;
  about: string;
  on: boolean;
}

const saved: Thing = { name: 'Reader', about: 'Reads', on: false };
const draftOf = (thing: Thing) => renderHook((now: Thing) => useDraft(now), { initialProps: thing });

describe('a draft', () => {
  it('holds what is changed, and follows the server in everything else', () => {
    const { result, rerender } = draftOf(saved);
    act(() => result.current.set('name', 'Readers'));
    rerender({ ...saved, about: 'Reads books' });
    expect(result.current.draft).toEqual({ name: 'Readers', about: 'Reads books', on: false });
    expect(result.current.patch).toEqual({ name: 'Readers' });
    act(() => result.current.set('name', 'Reader'));
    expect(result.current.changed).toEqual([]);
  });

  it('tells a clash where both have changed the same to something else, however often it was typed', () => {
    const { result, rerender } = draftOf(saved);
    act(() => result.current.set('name', 'Read'));
    rerender({ ...saved, name: 'Robots' });
    act(() => result.current.set('name', 'Readers'));
    act(() => result.current.set('about', 'Reads all'));
    expect(result.current.clashes({ name: 'Robots', about: 'Reads', on: true })).toEqual(['name']);
    expect(result.current.clashes({ name: 'Readers', about: 'Reads', on: true })).toEqual([]);
    expect(result.current.clashes(saved)).toEqual([]);
  });

  it('gives up what somebody else has settled', () => {
    const { result } = draftOf(saved);
    act(() => result.current.set('name', 'Readers'));
    act(() => result.current.set('on', true));
    act(() => result.current.yieldTo(['name']));
    expect(result.current.patch).toEqual({ on: true });
  });
});
