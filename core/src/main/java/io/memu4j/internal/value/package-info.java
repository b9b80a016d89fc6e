/** Pure rules of values that the model, the engine and the stores must share: ids, digests, storable texts, limits. */
@NullMarked
package io.memu4j.internal.value;

import org.jspecify.annotations.NullMarked;
