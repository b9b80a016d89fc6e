/** Notes of many users, remembered with Spring Boot. */
@NullMarked
package io.memu4j.examples.springboot;

import org.jspecify.annotations.NullMarked;
