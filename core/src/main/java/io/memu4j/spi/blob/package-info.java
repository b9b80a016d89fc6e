/** Storage of copies of raw sources. */
@NullMarked
package io.memu4j.spi.blob;

import org.jspecify.annotations.NullMarked;
