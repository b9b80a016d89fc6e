/** Export, import, and copy between databases: options and reports. */
@NullMarked
package io.memu4j.transfer;

import org.jspecify.annotations.NullMarked;
