/** Requests to change the embedding model, and their reports. */
@NullMarked
package io.memu4j.reembed;

import org.jspecify.annotations.NullMarked;
