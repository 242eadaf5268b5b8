import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Api } from './api/client';
import { loadPhrases } from './language/language';

/** The groups of the side bar, from above; `first` and `last` have no heading. */
export type NavGroup = 'first' | 'signing' | 'access' | 'people' | 'build' | 'last';

export type Icon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** Something the command palette can go to. */
export interface Found {
  id: string;
  label: string;
  hint?: string;
  /** Below the tenant, without a slash at its beginning. */
  to: string;
  icon?: Icon;
}

/** Looks for `text` on the server; what it finds stands under the feature's heading in the palette. */
export type Finder = (text: string, at: { api: Api; signal: AbortSignal }) => Promise<Found[]>;

/** What a folder of `src/features` adds to the Console: its `feature.ts` exports one by default. */
export interface Feature {
  /** The folder's name, the namespace of its phrases, and `nav.<id>` of the frame's phrases. */
  id: string;
  nav?: { group: NavGroup; order: number; icon: Icon; path: string };
  /** Routes below `/console/{tenantId}`; each page through {@link page}, so that it loads on its own. */
  routes: RouteObject[];
  find?: () => Promise<{ default: Finder }>;
}

/** A route's page: code and phrases load together, when somebody goes there. */
export function page(load: () => Promise<{ default: ComponentType }>, ...namespaces: string[]): Pick<RouteObject, 'lazy'> {
  return {
    lazy: async () => {
      const [{ default: Component }] = await Promise.all([load(), loadPhrases(...namespaces)]);
      return { Component };
    },
  };
}

const found = import.meta.glob<{ default: Feature }>('../features/*/feature.ts', { eager: true });

/** Every feature there is; a folder registers itself by being there. */
export const features: Feature[] = Object.values(found)
  .map((module) => module.default)
  .sort((a, b) => (a.nav?.order ?? 99) - (b.nav?.order ?? 99));
