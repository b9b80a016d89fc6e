/** Memory over HTTP: who calls, what they may do, and the Jakarta REST resources that answer them. */
@NullMarked
package io.memu4j.server.api;

import org.jspecify.annotations.NullMarked;
