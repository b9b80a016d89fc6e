/** Items, categories and resources of one scope, on its store. */
@NullMarked
package io.memu4j.internal.memory;

import org.jspecify.annotations.NullMarked;
