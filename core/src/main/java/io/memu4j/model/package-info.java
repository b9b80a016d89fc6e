/** The words of the domain as immutable values: scope, resource, passage, item, category. */
@NullMarked
package io.memu4j.model;

import org.jspecify.annotations.NullMarked;
