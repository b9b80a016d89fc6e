/** The built-in places for copies of raw sources. */
@NullMarked
package io.memu4j.ingest.blob;

import org.jspecify.annotations.NullMarked;
