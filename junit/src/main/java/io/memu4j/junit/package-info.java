/** A JUnit extension that gives each test a memory of its own. */
@NullMarked
package io.memu4j.junit;

import org.jspecify.annotations.NullMarked;
