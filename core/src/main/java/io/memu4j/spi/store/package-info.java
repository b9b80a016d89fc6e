/** What a database has to do: read one scope, and apply one change set whole or not at all. */
@NullMarked
package io.memu4j.spi.store;

import org.jspecify.annotations.NullMarked;
