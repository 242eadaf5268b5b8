/**
 * Languages and phrases. A language is its line in {@code phrases/languages} and its files {@code
 * phrases/<group>/<tag>.properties}; a missing phrase falls back to English.
 */
@NullMarked
package io.gatehouse.platform.i18n;

import org.jspecify.annotations.NullMarked;
