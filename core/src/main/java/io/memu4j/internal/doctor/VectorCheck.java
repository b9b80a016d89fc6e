package io.memu4j.internal.doctor;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ModelException;
import io.memu4j.internal.reembed.Reembedding;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks for vectors that are missing, of another model, or of nothing. */
final class VectorCheck {
    private static final int BATCH = 500;

    private final MemoryStore store;
    private final @Nullable TextEmbedder model;
    private final List<Finding> findings = new ArrayList<>();
    private final List<MemoryScope> incomplete = new ArrayList<>();
    private long missing;
    private int otherModel;
    private int others;
    private long strays;
    private boolean asked;
    private @Nullable EmbeddingSpace configured;

    VectorCheck(MemoryStore store, @Nullable TextEmbedder model) {
        this.store = store;
        this.model = model;
    }

    List<Finding> run(List<MemoryScope> scopes, boolean fix) {
        scopes.forEach(scope -> look(scope, fix));
        tellIncomplete(fix);
        if (otherModel > 0 && model != null) {
            add(
                    Finding.of(
                            Area.VECTORS,
                            otherModel + " memories are on another embedding model than the configured one, "
                                    + named(model) + ".",
                            "Configure theirs, or change them over with 'memu reembed'."),
                    false);
        }
        if (others > 0) {
            add(
                    Finding.of(
                            Area.VECTORS,
                            others
                                    + " memories hold vectors of another model beside those they use: of a change that is under way"
                                    + " or was broken off, or left over by one.",
                            "While a 'memu reembed' runs, leave them to it. Otherwise 'memu reembed' with the model that is wanted"
                                    + " (--embedding-model) goes on with the change; with the one in use it deletes the others."),
                    false);
        }
        if (strays > 0) {
            add(
                    Finding.fixable(
                            Area.VECTORS,
                            strays + " vectors are of something that does not exist.",
                            "'memu doctor --fix' deletes them. Please report it as a defect."),
                    fix);
        }
        return findings;
    }

    private void look(MemoryScope scope, boolean fix) {
        ScopeVectors vectors = store.in(scope).vectors();
        EmbeddingSpace active = store.in(scope).watermark().activeSpace();
        if (active != null && model != null && !isOf(model, active)) {
            otherModel++;
        }
        EmbeddingSpace complete = active == null && !scopeIsEmpty(scope) ? configured() : active;
        long lacking = complete == null ? 0 : vectors.countMissing(complete);
        if (lacking > 0) {
            missing += lacking;
            incomplete.add(scope);
        }
        others += hasOthers(vectors, active) ? 1 : 0;
        strays(vectors, fix);
    }

    private static boolean hasOthers(ScopeVectors vectors, @Nullable EmbeddingSpace active) {
        return vectors.bySpace().keySet().stream().anyMatch(space -> !space.equals(active));
    }

    private boolean scopeIsEmpty(MemoryScope scope) {
        return store.in(scope).counts().isEmpty();
    }

    /** By its name where the model does not know its dimension: that is no reason to call it. */
    private static boolean isOf(TextEmbedder model, EmbeddingSpace space) {
        return model.knownSpace().map(space::equals).orElseGet(() -> space.model()
                .equals(model.name()));
    }

    private static String named(TextEmbedder model) {
        return model.knownSpace().map(EmbeddingSpace::key).orElseGet(model::name);
    }

    /** The space of the configured model, which may have to be asked for it; null without one, and where it does not answer. */
    private @Nullable EmbeddingSpace configured() {
        if (!asked && model != null) {
            asked = true;
            try {
                configured = model.space();
            } catch (MemoryException e) {
                tellSilent(e);
            }
        }
        return configured;
    }

    private void tellSilent(MemoryException failure) {
        add(
                Finding.of(
                        Area.VECTORS,
                        "The embedding model " + named(Objects.requireNonNull(model))
                                + " does not answer, so vectors that are"
                                + " missing were not made or not all looked for: " + failure.getMessage(),
                        "See to the model and run 'memu doctor' again."),
                false);
    }

    private void strays(ScopeVectors vectors, boolean fix) {
        strays += vectors.strays(0);
        while (fix && vectors.strays(BATCH) > 0) {
            // one batch after the other, so that writers get their turn
        }
    }

    private void tellIncomplete(boolean fix) {
        if (incomplete.isEmpty()) {
            return;
        }
        boolean fixed = fix && complete();
        add(
                Finding.fixable(
                        Area.VECTORS,
                        missing + " texts in " + incomplete.size()
                                + " memories have no vector: search finds them by their words alone.",
                        "'memu doctor --fix' or 'memu reembed' makes them, with the embedding model of those memories"
                                + " configured."),
                fixed);
    }

    /** Makes what is missing in the memories that are on the configured model; whether that was all. */
    private boolean complete() {
        EmbeddingSpace own = configured(); // whose name alone is not enough to write vectors by
        if (model == null || own == null) {
            return false;
        }
        boolean all = true;
        for (MemoryScope scope : incomplete) {
            EmbeddingSpace active = store.in(scope).watermark().activeSpace();
            if (active != null && !active.equals(own)) {
                all = false;
                continue;
            }
            ReembedRequest request = ReembedRequest.ALL.withUser(scope.userId()).withAgent(scope.agentId());
            try {
                new Reembedding(store, model, request).complete();
            } catch (ModelException | ConfigurationException e) {
                tellSilent(e);
                return false;
            }
        }
        return all;
    }

    private void add(Finding finding, boolean fixed) {
        findings.add(fixed ? finding.asFixed() : finding);
    }
}
