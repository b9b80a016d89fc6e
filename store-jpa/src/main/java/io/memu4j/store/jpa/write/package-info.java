/** Applies one change set within one scope. */
@NullMarked
package io.memu4j.store.jpa.write;

import org.jspecify.annotations.NullMarked;
