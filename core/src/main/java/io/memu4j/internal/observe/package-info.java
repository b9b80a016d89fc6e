/** Tells an observer of operations, so that it cannot harm them. */
@NullMarked
package io.memu4j.internal.observe;

import org.jspecify.annotations.NullMarked;
