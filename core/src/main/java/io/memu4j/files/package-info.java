/** Files that survive a crash once they are written, and that only their owner can read. */
@NullMarked
package io.memu4j.files;

import org.jspecify.annotations.NullMarked;
