/** Writes files durably, and so that only their owner can read them. */
@NullMarked
package io.memu4j.internal.files;

import org.jspecify.annotations.NullMarked;
