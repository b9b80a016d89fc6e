/** What stands before the resources: hosts and origins, credentials, limits, errors of the container. */
@NullMarked
package io.memu4j.server.http;

import org.jspecify.annotations.NullMarked;
