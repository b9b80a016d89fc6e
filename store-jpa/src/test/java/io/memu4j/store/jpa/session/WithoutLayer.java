package io.memu4j.store.jpa.session;

/** Opens the switches of {@link Layers}, which are package-private, to the other tests. */
public final class WithoutLayer {
    public static final Layers FILTER = Layers.ALL.withoutFilter();
    public static final Layers CONDITIONS = Layers.ALL.withoutConditions();
    public static final Layers GUARD = Layers.ALL.withoutGuard();
    public static final Layers FILTER_AND_CONDITIONS = FILTER.withoutConditions();

    private WithoutLayer() {}
}
