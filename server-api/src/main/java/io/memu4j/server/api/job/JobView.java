package io.memu4j.server.api.job;

import io.memu4j.server.api.Problem;
import io.memu4j.server.api.view.MemorizeAnswer;
import org.jspecify.annotations.Nullable;

/** The state of a job: {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}. */
public record JobView(
        String id, String state, @Nullable StepView step, @Nullable MemorizeAnswer result, @Nullable Problem problem) {
    /** How far a step is. */
    public record StepView(String step, int done, int total) {}

    /** Whether nothing more happens. Not a field of the body. */
    public boolean ended() {
        return !state.equals(Job.QUEUED) && !state.equals(Job.RUNNING);
    }
}
