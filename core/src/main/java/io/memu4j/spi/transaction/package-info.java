/** What memory needs to know of the transactions of an application. Containers and their integrations implement it. */
@NullMarked
package io.memu4j.spi.transaction;

import org.jspecify.annotations.NullMarked;
