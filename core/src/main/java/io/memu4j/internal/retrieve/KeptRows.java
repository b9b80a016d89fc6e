package io.memu4j.internal.retrieve;

/**
 * How many rows are kept for a prompt, whatever number of rows the result shows.
 *
 * @param items number of statements
 * @param passages number of passages
 */
record KeptRows(int items, int passages) {
    /** Only the rows of the result. */
    static final KeptRows NONE = new KeptRows(0, 0);

    /** Enough for a budget of 1,500 tokens in a chat of short messages. */
    private static final int PASSAGES = 60;
    /** A line of a chat with its day and speaker seldom takes less. */
    private static final int TOKENS_OF_PASSAGE = 25;

    /** Returns the number of rows that a budget has room for. */
    static KeptRows within(int tokens) {
        int passages = Math.max(PASSAGES, Math.min(1_000, tokens / TOKENS_OF_PASSAGE));
        return new KeptRows(passages / 5, passages);
    }

    int of(Tier tier) {
        return switch (tier) {
            case ITEMS -> items;
            case PASSAGES -> passages;
            case CATEGORIES, RESOURCES -> 0;
        };
    }
}
