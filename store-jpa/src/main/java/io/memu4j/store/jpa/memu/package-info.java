/** Comes over from MemU: reads the SQLite file and the vectors.json of the original. */
@NullMarked
package io.memu4j.store.jpa.memu;

import org.jspecify.annotations.NullMarked;
