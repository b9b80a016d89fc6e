/** Vectors of an index, and the comparison with the vector of a question. */
@NullMarked
package io.memu4j.internal.search.vector;

import org.jspecify.annotations.NullMarked;
