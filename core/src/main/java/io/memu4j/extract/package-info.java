/** From passages to typed statements with their dates, and a caption. */
@NullMarked
package io.memu4j.extract;

import org.jspecify.annotations.NullMarked;
