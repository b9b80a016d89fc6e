/** Export, import and copy on an open store. */
@NullMarked
package io.memu4j.internal.transfer;

import org.jspecify.annotations.NullMarked;
