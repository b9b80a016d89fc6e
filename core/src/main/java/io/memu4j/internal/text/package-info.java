/** Scripts, languages, words and word lists for understanding, search, time and category alike. */
@NullMarked
package io.memu4j.internal.text;

import org.jspecify.annotations.NullMarked;
