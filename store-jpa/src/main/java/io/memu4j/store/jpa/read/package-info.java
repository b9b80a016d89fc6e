/** Queries within one scope. */
@NullMarked
package io.memu4j.store.jpa.read;

import org.jspecify.annotations.NullMarked;
