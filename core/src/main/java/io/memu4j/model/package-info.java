/** The immutable values of the domain: scope, resource, passage, item, category, pages and filters. Wide ones have builders. */
@NullMarked
package io.memu4j.model;

import org.jspecify.annotations.NullMarked;
