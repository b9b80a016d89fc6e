/** Requests to memorize a source, and their results. */
@NullMarked
package io.memu4j.memorize;

import org.jspecify.annotations.NullMarked;
