package io.memu4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the user, the agent, or both, whose memory a parameter of type {@link io.memu4j.MemoryService} is. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MemoryOf {
    /** {@return the user; empty for the user of a parameter without this annotation} */
    String user() default "";

    /** {@return the agent} */
    String agent() default "test-agent";
}
