package io.memu4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a memory of its own: a parameter of type {@link io.memu4j.MemoryService} or {@link io.memu4j.MemoryServiceFactory}. The
 * database is opened when a test first asks for it, is seen by that test alone, also when tests run in parallel, and is closed and deleted
 * after it. No model is used: rules understand, and search compares words.
 *
 * <p>All memories of a test are in one database. A {@code MemoryService} without {@link MemoryOf} is that of a user whose name no other
 * test has. A memory that {@code @BeforeAll} asks for is shared by the tests of its class and closed after the last one.
 *
 * <p>For other models or settings, register a {@link MemoryExtension} instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(MemoryExtension.class)
public @interface MemoryTest {
    /** {@return where the memory of a test is kept} */
    TestStore store() default TestStore.H2;
}
