/** The request and the report of a change of the embedding model. */
@NullMarked
package io.memu4j.reembed;

import org.jspecify.annotations.NullMarked;
