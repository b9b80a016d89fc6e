/** The request and the result of memorizing a source. */
@NullMarked
package io.memu4j.memorize;

import org.jspecify.annotations.NullMarked;
