/** The choices of an application: database, models, copies of sources, memorizing and retrieving. */
@NullMarked
package io.memu4j.config;

import org.jspecify.annotations.NullMarked;
