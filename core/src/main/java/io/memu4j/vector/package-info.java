/** The vectors of what is stored: what is embedded for it, and changing over to another embedding model. */
@NullMarked
package io.memu4j.vector;

import org.jspecify.annotations.NullMarked;
