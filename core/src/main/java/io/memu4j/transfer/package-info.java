/** Memory in a file, and from one database to another: export, import, copy. */
@NullMarked
package io.memu4j.transfer;

import org.jspecify.annotations.NullMarked;
