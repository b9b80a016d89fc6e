/** The index of one scope in memory, and the signals that rank its units. */
@NullMarked
package io.memu4j.search;

import org.jspecify.annotations.NullMarked;
