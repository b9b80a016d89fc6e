/** The contracts of stores and of memory as tests, which the tests of a store extend. */
@NullMarked
package io.memu4j.tck;

import org.jspecify.annotations.NullMarked;
