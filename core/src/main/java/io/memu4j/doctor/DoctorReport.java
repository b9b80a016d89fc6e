package io.memu4j.doctor;

import java.util.List;

/**
 * What was found.
 *
 * @param scopes how many memories were looked at
 * @param findings what is not as it should be, with what was done about it
 */
public record DoctorReport(int scopes, List<Finding> findings) {
    public DoctorReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is left to do. */
    public boolean isHealthy() {
        return findings.stream().allMatch(Finding::fixed);
    }
}
