/** What can go wrong, by what the caller can do about it. */
@NullMarked
package io.memu4j.error;

import org.jspecify.annotations.NullMarked;
