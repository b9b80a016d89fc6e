/** A store that keeps everything in maps and forgets it with the process. */
@NullMarked
package io.memu4j.store.memory;

import org.jspecify.annotations.NullMarked;
