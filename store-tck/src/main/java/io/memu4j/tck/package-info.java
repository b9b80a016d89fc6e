/** The contract of a store as tests: a store's own tests extend them. */
@NullMarked
package io.memu4j.tck;

import org.jspecify.annotations.NullMarked;
