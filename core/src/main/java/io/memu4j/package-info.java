/** The door: a factory per application, and a service per user and agent. */
@NullMarked
package io.memu4j;

import org.jspecify.annotations.NullMarked;
