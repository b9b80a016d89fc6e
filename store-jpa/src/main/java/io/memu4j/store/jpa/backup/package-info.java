/** Copies of all rows in files, and back. The only code that reads and writes the rows of all scopes at once. */
@NullMarked
package io.memu4j.store.jpa.backup;

import org.jspecify.annotations.NullMarked;
