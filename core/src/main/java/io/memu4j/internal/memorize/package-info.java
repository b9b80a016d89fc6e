/** The steps of a memorize, from a source to one change set. */
@NullMarked
package io.memu4j.internal.memorize;

import org.jspecify.annotations.NullMarked;
