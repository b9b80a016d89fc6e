/** A store on SQLite, H2 and PostgreSQL with Hibernate; every access is bound to one scope. */
@NullMarked
package io.memu4j.store.jpa;

import org.jspecify.annotations.NullMarked;
