/** Reads the records of an export from a snapshot of a store. */
@NullMarked
package io.memu4j.internal.transfer.export;

import org.jspecify.annotations.NullMarked;
