/** Whether the present state of a fact that changed comes first. */
@NullMarked
package io.memu4j.benchmarks.changes;

import org.jspecify.annotations.NullMarked;
