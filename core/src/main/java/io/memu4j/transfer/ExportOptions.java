package io.memu4j.transfer;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.MemoryScope;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What to export. Immutable. */
public final class ExportOptions {
    private final Fields fields;

    private ExportOptions(Fields fields) {
        this.fields = fields;
    }

    /** {@return the whole database, with vectors and copies of sources} */
    public static ExportOptions all() {
        return new ExportOptions(new Fields());
    }

    /**
     * Exports one user with all agents.
     *
     * @param userId the user
     * @return the options, with vectors and copies of sources
     */
    public static ExportOptions user(String userId) {
        return all().withUser(userId);
    }

    /**
     * Exports one user with one agent.
     *
     * @param scope the user and the agent
     * @return the options, with vectors and copies of sources
     */
    public static ExportOptions scope(MemoryScope scope) {
        return all().withUser(scope.userId()).withAgent(scope.agentId());
    }

    /**
     * Returns a copy with a user.
     *
     * @param user whose memory is exported, or null for all users
     * @return the copy
     */
    public ExportOptions withUser(@Nullable String user) {
        return copy(f -> f.userId = user);
    }

    /**
     * Returns a copy with an agent.
     *
     * @param agent whose memory is exported, or null for all agents
     * @return the copy
     */
    public ExportOptions withAgent(@Nullable String agent) {
        return copy(f -> f.agentId = agent);
    }

    /** {@return a copy without vectors} The importer's embedding model makes them again. */
    public ExportOptions withoutVectors() {
        return copy(f -> f.vectors = false);
    }

    /** {@return a copy without copies of sources} */
    public ExportOptions withoutCopies() {
        return copy(f -> f.copies = false);
    }

    /**
     * Returns whether a memory is to be exported.
     *
     * @param scope the scope of the memory
     * @return whether user and agent match
     */
    public boolean includes(MemoryScope scope) {
        return (userId() == null || scope.userId().equals(userId()))
                && (agentId() == null || scope.agentId().equals(agentId()));
    }

    /** {@return the user whose memory is exported, or null for all users} */
    public @Nullable String userId() {
        return fields.userId;
    }

    /** {@return the agent whose memory is exported, or null for all agents} */
    public @Nullable String agentId() {
        return fields.agentId;
    }

    /** {@return whether vectors are exported} */
    public boolean vectors() {
        return fields.vectors;
    }

    /** {@return whether copies of sources are exported} */
    public boolean copies() {
        return fields.copies;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExportOptions that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "ExportOptions[vectors " + vectors() + ", copies " + copies() + "]";
    }

    private ExportOptions copy(Consumer<Fields> change) {
        return new ExportOptions(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        @Nullable
        String userId;

        @Nullable
        String agentId;

        boolean vectors = true;
        boolean copies = true;

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(userId, agentId, vectors, copies);
        }
    }
}
