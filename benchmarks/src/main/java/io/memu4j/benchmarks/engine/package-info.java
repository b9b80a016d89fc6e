/** What searching costs: time, heap, and how both grow. */
@NullMarked
package io.memu4j.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
