package io.memu4j.doctor;

import java.util.List;

/**
 * The result of an examination.
 *
 * @param scopes the number of memories examined
 * @param findings the faults, repaired ones included; not modifiable
 */
public record DoctorReport(int scopes, List<Finding> findings) {
    /**
     * Copies the list.
     *
     * @param scopes the number of memories examined
     * @param findings the faults
     */
    public DoctorReport {
        findings = List.copyOf(findings);
    }

    /** {@return whether no fault remains; repaired ones do not count} */
    public boolean isHealthy() {
        return findings.stream().allMatch(Finding::fixed);
    }
}
