package io.memu4j.store.jpa.session;

/**
 * Which of the layers that confine a session to its scope are on. In production all are: every other value is made within this package, for
 * the tests that take one layer away and show that the others hold.
 */
public final class Layers {
    /** All layers. */
    public static final Layers ALL = new Layers(true, true, true);

    private final boolean filter;
    private final boolean conditions;
    private final boolean guard;

    private Layers(boolean filter, boolean conditions, boolean guard) {
        this.filter = filter;
        this.conditions = conditions;
        this.guard = guard;
    }

    /** Whether Hibernate's filter confines the session. */
    boolean filter() {
        return filter;
    }

    /** Whether statements say their scope themselves, and are refused where they do not. */
    boolean conditions() {
        return conditions;
    }

    /** Whether entities are compared with the scope. */
    boolean guard() {
        return guard;
    }

    Layers withoutFilter() {
        return new Layers(false, conditions, guard);
    }

    Layers withoutConditions() {
        return new Layers(filter, false, guard);
    }

    Layers withoutGuard() {
        return new Layers(filter, conditions, false);
    }
}
