/** Measurements of speed and of retrieval quality. */
@NullMarked
package io.memu4j.benchmarks;

import org.jspecify.annotations.NullMarked;
