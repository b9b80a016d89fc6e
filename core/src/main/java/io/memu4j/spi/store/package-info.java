/** Stores of memory: what a database has to do. */
@NullMarked
package io.memu4j.spi.store;

import org.jspecify.annotations.NullMarked;
