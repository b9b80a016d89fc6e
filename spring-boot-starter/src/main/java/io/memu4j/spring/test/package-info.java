/** Tests of Spring Boot applications with memory. */
@NullMarked
package io.memu4j.spring.test;

import org.jspecify.annotations.NullMarked;
