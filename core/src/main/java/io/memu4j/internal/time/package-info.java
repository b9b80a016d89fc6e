/** Finds times in a text, from "last Friday" to a span of local time. */
@NullMarked
package io.memu4j.internal.time;

import org.jspecify.annotations.NullMarked;
