/** How well labelled sentences are understood without a chat model: conversations with labels, and the measures over them. */
@NullMarked
package io.memu4j.benchmarks.understanding;

import org.jspecify.annotations.NullMarked;
