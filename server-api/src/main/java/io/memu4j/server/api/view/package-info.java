/** What the interface sends and takes: one record for each body. */
@NullMarked
package io.memu4j.server.api.view;

import org.jspecify.annotations.NullMarked;
