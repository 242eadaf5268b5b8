package io.gatehouse.branding.phrase;

import java.util.List;

/**
 * What the pages of a tenant speak.
 *
 * @param languages the product's, then those that the tenant added
 * @param addable the tags that could be added
 */
record SpokenLanguages(List<Spoken> languages, List<String> addable) {

  /**
   * One of them.
   *
   * @param name as its speakers write it
   * @param builtIn whether the product itself speaks it
   */
  record Spoken(String tag, String name, boolean builtIn) {}
}
