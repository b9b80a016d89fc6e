/** An application that uses memu4j as modules. */
@NullMarked
package io.memu4j.examples.modular;

import org.jspecify.annotations.NullMarked;
