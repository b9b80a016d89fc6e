/** Copies of raw sources: the built-in stores, and when a copy is written and deleted. */
@NullMarked
package io.memu4j.internal.blob;

import org.jspecify.annotations.NullMarked;
