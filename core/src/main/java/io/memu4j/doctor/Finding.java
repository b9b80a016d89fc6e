package io.memu4j.doctor;

/**
 * Something that is not as it should be.
 *
 * @param area where
 * @param problem what is wrong, in a full sentence; names no user
 * @param remedy what to do about it, in a full sentence
 * @param fixable whether a doctor may do that
 * @param fixed whether it was done just now
 */
public record Finding(Area area, String problem, String remedy, boolean fixable, boolean fixed) {
    /** What is examined. */
    public enum Area {
        DATABASE,
        SCHEMA,
        FILES,
        DISK,
        COPIES,
        VECTORS
    }

    /** What a person has to see to. */
    public static Finding of(Area area, String problem, String remedy) {
        return new Finding(area, problem, remedy, false, false);
    }

    /** What a doctor may see to. */
    public static Finding fixable(Area area, String problem, String remedy) {
        return new Finding(area, problem, remedy, true, false);
    }

    /** The same after it was seen to. */
    public Finding asFixed() {
        return new Finding(area, problem, remedy, fixable, true);
    }
}
