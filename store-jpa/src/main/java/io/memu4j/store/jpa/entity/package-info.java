/** The tables as entities with composite keys that start with the scope, and their translation from and to the values of core. */
@NullMarked
package io.memu4j.store.jpa.entity;

import org.jspecify.annotations.NullMarked;
