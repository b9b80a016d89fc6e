/** How each kind of database is reached and set up, and whether its schema fits. */
@NullMarked
package io.memu4j.store.jpa.database;

import org.jspecify.annotations.NullMarked;
