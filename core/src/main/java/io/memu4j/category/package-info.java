/** From statements to topics: linking, and the running summaries. */
@NullMarked
package io.memu4j.category;

import org.jspecify.annotations.NullMarked;
