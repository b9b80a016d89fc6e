/** The exceptions, by what the caller can do about them. */
@NullMarked
package io.memu4j.error;

import org.jspecify.annotations.NullMarked;
