/** How one scope is searched. */
@NullMarked
package io.memu4j.spi.search;

import org.jspecify.annotations.NullMarked;
