package io.memu4j.server.api.view;

import io.memu4j.doctor.DoctorReport;
import java.util.List;
import java.util.Locale;

/** The faults that were found. */
public record DoctorView(boolean healthy, int memories, List<FindingView> findings) {
    /** One fault. */
    public record FindingView(String area, String problem, String remedy, boolean fixable, boolean fixed) {}

    /** The view of a report. */
    public static DoctorView of(DoctorReport report) {
        return new DoctorView(
                report.isHealthy(),
                report.scopes(),
                report.findings().stream()
                        .map(found -> new FindingView(
                                found.area().name().toLowerCase(Locale.ROOT),
                                found.problem(),
                                found.remedy(),
                                found.fixable(),
                                found.fixed()))
                        .toList());
    }
}
