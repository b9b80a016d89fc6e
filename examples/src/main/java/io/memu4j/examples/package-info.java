/** Runnable programs that show one use each. */
@NullMarked
package io.memu4j.examples;

import org.jspecify.annotations.NullMarked;
