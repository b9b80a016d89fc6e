/** The steps of a retrieve, from a question to its tiers. */
@NullMarked
package io.memu4j.internal.retrieve;

import org.jspecify.annotations.NullMarked;
