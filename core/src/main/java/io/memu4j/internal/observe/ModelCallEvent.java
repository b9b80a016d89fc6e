package io.memu4j.internal.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A model call inside an operation, in a recording of the JDK. */
@Name("io.memu4j.ModelCall")
@Label("Model Call")
@Category("memu4j")
@StackTrace(false)
final class ModelCallEvent extends Event {
    @Label("Operation")
    @Nullable
    String operation;

    @Label("Scope")
    @Description("A short hash that stands for the user with the agent")
    @Nullable
    String scope;

    @Label("Step")
    @Nullable
    String step;

    @Label("Model")
    @Nullable
    String model;

    @Label("Input Tokens")
    @Description("-1 where the provider does not report them")
    int inputTokens = -1;

    @Label("Output Tokens")
    @Description("-1 where the provider does not report them")
    int outputTokens = -1;

    @Label("Failure")
    @Description("The class of the exception")
    @Nullable
    String failure;
}
