/** One write: what it changes, its vectors, the summaries, and the commit with retries. */
@NullMarked
package io.memu4j.internal.write;

import org.jspecify.annotations.NullMarked;
