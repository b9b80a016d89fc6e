/** The memu command. */
@NullMarked
package io.memu4j.cli;

import org.jspecify.annotations.NullMarked;
