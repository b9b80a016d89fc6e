/** Parsers of document formats. */
@NullMarked
package io.memu4j.spi.document;

import org.jspecify.annotations.NullMarked;
