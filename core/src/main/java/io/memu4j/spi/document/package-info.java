/** What a reader of document formats has to offer. */
@NullMarked
package io.memu4j.spi.document;

import org.jspecify.annotations.NullMarked;
