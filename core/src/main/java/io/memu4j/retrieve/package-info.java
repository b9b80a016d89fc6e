/** From a question to what is relevant: the tiers, and the result. */
@NullMarked
package io.memu4j.retrieve;

import org.jspecify.annotations.NullMarked;
