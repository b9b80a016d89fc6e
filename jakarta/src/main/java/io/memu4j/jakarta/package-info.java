/** Memory in Jakarta EE: beans for CDI, and transactions of JTA. */
@NullMarked
package io.memu4j.jakarta;

import org.jspecify.annotations.NullMarked;
