/** The records of memory on their way into a store, for importers of other formats. */
@NullMarked
package io.memu4j.spi.transfer;

import org.jspecify.annotations.NullMarked;
