package io.memu4j.transfer;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.MemoryScope;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How to import. Immutable. */
public final class ImportOptions {
    /** Users and agents stay as they are, a truncated file is rejected, vectors of another model are made again. */
    public static final ImportOptions DEFAULT = new ImportOptions(new Fields());

    private final Fields fields;

    private ImportOptions(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns a copy that imports everything for one user.
     *
     * @param userId becomes the owner
     * @return the copy
     */
    public ImportOptions withUser(String userId) {
        return copy(f -> f.asUser = userId);
    }

    /**
     * Returns a copy that imports everything for one agent.
     *
     * @param agentId everything is stored for it
     * @return the copy
     */
    public ImportOptions withAgent(String agentId) {
        return copy(f -> f.asAgent = agentId);
    }

    /** {@return a copy that imports the complete records of a truncated file} */
    public ImportOptions takingWhatIsWhole() {
        return copy(f -> f.partial = true);
    }

    /** {@return a copy that keeps imported vectors even if the configured embedding model is another one} */
    public ImportOptions keepingVectors() {
        return copy(f -> f.keepVectors = true);
    }

    /**
     * Returns the scope that a memory is imported to.
     *
     * @param from the scope in the source
     * @return the scope in the target
     */
    public MemoryScope target(MemoryScope from) {
        String user = asUser();
        String agent = asAgent();
        return new MemoryScope(user == null ? from.userId() : user, agent == null ? from.agentId() : agent);
    }

    /** {@return the user who becomes the owner, or null to keep the users} */
    public @Nullable String asUser() {
        return fields.asUser;
    }

    /** {@return the agent that everything is stored for, or null to keep the agents} */
    public @Nullable String asAgent() {
        return fields.asAgent;
    }

    /** {@return whether the complete records of a truncated file are imported; otherwise such a file is rejected} */
    public boolean partial() {
        return fields.partial;
    }

    /** {@return whether imported vectors are kept even if the configured embedding model is another one} */
    public boolean keepVectors() {
        return fields.keepVectors;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImportOptions that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "ImportOptions[partial " + partial() + ", keepVectors " + keepVectors() + "]";
    }

    private ImportOptions copy(Consumer<Fields> change) {
        return new ImportOptions(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        @Nullable
        String asUser;

        @Nullable
        String asAgent;

        boolean partial = false;
        boolean keepVectors = false;

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(asUser, asAgent, partial, keepVectors);
        }
    }
}
