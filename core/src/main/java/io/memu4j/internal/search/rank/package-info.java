/** Scores and ranks the units of an index for one question. */
@NullMarked
package io.memu4j.internal.search.rank;

import org.jspecify.annotations.NullMarked;
