/** What Quarkus does with the memory when it builds an application. */
@NullMarked
package io.memu4j.quarkus.deployment;

import org.jspecify.annotations.NullMarked;
