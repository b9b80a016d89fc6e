/** What it costs to apply a change set, and that the cost does not grow with what is stored. */
@NullMarked
package io.memu4j.benchmarks.apply;

import org.jspecify.annotations.NullMarked;
