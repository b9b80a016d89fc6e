/** What SQLite needs beside JDBC and Hibernate's dialect. */
@NullMarked
package io.memu4j.store.jpa.sqlite;

import org.jspecify.annotations.NullMarked;
