/** Changes the vectors of a store over to another embedding model. */
@NullMarked
package io.memu4j.internal.reembed;

import org.jspecify.annotations.NullMarked;
