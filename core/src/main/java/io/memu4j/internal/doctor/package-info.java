/** Checks rows, vectors and copies of a whole memory, and repairs what is safe to repair. */
@NullMarked
package io.memu4j.internal.doctor;

import org.jspecify.annotations.NullMarked;
