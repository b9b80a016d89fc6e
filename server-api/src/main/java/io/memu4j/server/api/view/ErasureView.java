package io.memu4j.server.api.view;

import io.memu4j.admin.ErasureReport;
import java.util.List;

/** What an erasure found, what it left, and which places it does not cover. */
public record ErasureView(boolean complete, List<ErasedMemory> memories, List<String> notCovered) {
    /** What was erased of the memory with one agent. */
    public record ErasedMemory(
            String agent,
            CountsView before,
            CountsView after,
            int copiesDeleted,
            int copiesLeft,
            int copiesMissing,
            boolean complete) {}

    /** The view of a report. */
    public static ErasureView of(ErasureReport report) {
        return new ErasureView(
                report.complete(),
                report.scopes().stream()
                        .map(erased -> new ErasedMemory(
                                erased.scope().agentId(),
                                CountsView.of(erased.before()),
                                CountsView.of(erased.after()),
                                erased.copiesDeleted(),
                                erased.copiesLeft(),
                                erased.copiesMissing(),
                                erased.complete()))
                        .toList(),
                report.notCovered());
    }
}
