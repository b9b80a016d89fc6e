/** The memory as a part of a Spring Boot application: beans, settings, health. */
@NullMarked
package io.memu4j.spring;

import org.jspecify.annotations.NullMarked;
