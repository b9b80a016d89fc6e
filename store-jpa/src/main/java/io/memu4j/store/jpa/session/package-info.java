/** The only way to a session: opened for one scope, filtered, guarded. */
@NullMarked
package io.memu4j.store.jpa.session;

import org.jspecify.annotations.NullMarked;
