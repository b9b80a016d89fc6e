package io.memu4j.doctor;

/**
 * A fault that an examination found.
 *
 * @param area where it is
 * @param problem what is wrong, in a full sentence without user ids
 * @param remedy what to do, in a full sentence
 * @param fixable whether the examination may repair it
 * @param fixed whether it was repaired just now
 */
public record Finding(Area area, String problem, String remedy, boolean fixable, boolean fixed) {
    /** A part of the system. */
    public enum Area {
        /** The rows and pages of the database. */
        DATABASE,
        /** The tables, and their version. */
        SCHEMA,
        /** The files of the database. */
        FILES,
        /** The disk that holds them. */
        DISK,
        /** The copies of sources. */
        COPIES,
        /** The vectors of memories. */
        VECTORS,
        /** What was understood of the sources. */
        UNDERSTANDING
    }

    /**
     * Reports a fault that a person has to repair.
     *
     * @param area where it is
     * @param problem what is wrong, in a full sentence without user ids
     * @param remedy what to do, in a full sentence
     * @return the finding
     */
    public static Finding of(Area area, String problem, String remedy) {
        return new Finding(area, problem, remedy, false, false);
    }

    /**
     * Reports a fault that the examination may repair.
     *
     * @param area where it is
     * @param problem what is wrong, in a full sentence without user ids
     * @param remedy what the repair does, in a full sentence
     * @return the finding
     */
    public static Finding fixable(Area area, String problem, String remedy) {
        return new Finding(area, problem, remedy, true, false);
    }

    /** {@return a copy that is marked as repaired} */
    public Finding asFixed() {
        return new Finding(area, problem, remedy, fixable, true);
    }
}
