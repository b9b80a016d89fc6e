/** A chat with memory, on a Jakarta EE server. */
@NullMarked
package io.memu4j.examples.ee;

import org.jspecify.annotations.NullMarked;
