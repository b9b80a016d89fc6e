/** The API: a factory per application, a service per scope, and the order in which the features run. */
@NullMarked
package io.memu4j;

import org.jspecify.annotations.NullMarked;
