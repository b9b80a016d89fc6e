/** What statements say of things that change, and which statement another one closes. */
@NullMarked
package io.memu4j.internal.fact;

import org.jspecify.annotations.NullMarked;
