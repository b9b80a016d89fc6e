/** Looks for what is wrong with a memory as a whole, and sees to what is safe. */
@NullMarked
package io.memu4j.doctor;

import org.jspecify.annotations.NullMarked;
