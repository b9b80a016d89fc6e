/** The server of {@code memu serve}: puts the resources behind Jetty, credentials and limits. */
@NullMarked
package io.memu4j.server;

import org.jspecify.annotations.NullMarked;
