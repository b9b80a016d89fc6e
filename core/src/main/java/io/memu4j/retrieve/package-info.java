/** The request and the result of retrieving. */
@NullMarked
package io.memu4j.retrieve;

import org.jspecify.annotations.NullMarked;
