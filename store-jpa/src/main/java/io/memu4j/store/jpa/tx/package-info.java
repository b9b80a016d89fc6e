/** Where transactions begin and end, and what becomes of the errors of a database. */
@NullMarked
package io.memu4j.store.jpa.tx;

import org.jspecify.annotations.NullMarked;
