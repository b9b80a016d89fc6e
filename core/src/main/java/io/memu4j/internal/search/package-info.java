/** The indexes of the scopes in the heap, each valid for one revision. */
@NullMarked
package io.memu4j.internal.search;

import org.jspecify.annotations.NullMarked;
