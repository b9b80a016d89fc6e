/** Records that an import reads. */
@NullMarked
package io.memu4j.spi.transfer;

import org.jspecify.annotations.NullMarked;
