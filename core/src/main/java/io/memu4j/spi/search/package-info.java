/** Search in one scope. */
@NullMarked
package io.memu4j.spi.search;

import org.jspecify.annotations.NullMarked;
