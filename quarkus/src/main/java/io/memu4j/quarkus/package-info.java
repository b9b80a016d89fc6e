/** The memory as a part of a Quarkus application. */
@NullMarked
package io.memu4j.quarkus;

import org.jspecify.annotations.NullMarked;
