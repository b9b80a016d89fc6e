/** Notes of many users, remembered with Quarkus. */
@NullMarked
package io.memu4j.examples.quarkus;

import org.jspecify.annotations.NullMarked;
