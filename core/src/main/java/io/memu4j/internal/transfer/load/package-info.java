/** Writes the records of an import to a store, batch by batch. */
@NullMarked
package io.memu4j.internal.transfer.load;

import org.jspecify.annotations.NullMarked;
