/** Questions to a memory, and their results. */
@NullMarked
package io.memu4j.retrieve;

import org.jspecify.annotations.NullMarked;
