/** Analyses text for the index: tokens, stems, languages. */
@NullMarked
package io.memu4j.internal.search.text;

import org.jspecify.annotations.NullMarked;
