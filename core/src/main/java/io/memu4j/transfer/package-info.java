/** Export, import, and copying between databases. */
@NullMarked
package io.memu4j.transfer;

import org.jspecify.annotations.NullMarked;
