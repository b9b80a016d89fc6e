/** Where copies of raw sources live. */
@NullMarked
package io.memu4j.spi.blob;

import org.jspecify.annotations.NullMarked;
