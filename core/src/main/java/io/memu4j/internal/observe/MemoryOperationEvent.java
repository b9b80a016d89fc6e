package io.memu4j.internal.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An operation on one memory, in a recording of the JDK. */
@Name("io.memu4j.MemoryOperation")
@Label("Memory Operation")
@Category("memu4j")
@StackTrace(false)
final class MemoryOperationEvent extends Event {
    @Label("Operation")
    @Nullable
    String operation;

    @Label("Scope")
    @Description("A short hash that stands for the user with the agent")
    @Nullable
    String scope;

    @Label("Records")
    @Description("How many records were found, written or deleted")
    long records;

    @Label("Failure")
    @Description("The class of the exception")
    @Nullable
    String failure;
}
