/** What an application chooses: database, models, copies, memorizing, retrieving. */
@NullMarked
package io.memu4j.config;

import org.jspecify.annotations.NullMarked;
