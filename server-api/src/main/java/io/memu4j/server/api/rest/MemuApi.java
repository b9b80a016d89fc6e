package io.memu4j.server.api.rest;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.server.api.ApiExtension;
import io.memu4j.server.api.Caller;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.ScopeResolver;
import io.memu4j.server.api.job.Jobs;
import io.memu4j.server.api.json.JsonBodies;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the interface together: resources and providers to register with any implementation of Jakarta REST. */
public final class MemuApi {
    private static final int USUAL_JSON = 4 << 20;
    private static final int USUAL_UPLOAD = 64 << 20;

    private final MemoryServiceFactory memories;
    private final Executor jobs;
    private final List<ApiExtension> extensions = new ArrayList<>();
    private ScopeResolver scopes = ScopeResolver.OF_CREDENTIAL;
    private @Nullable Function<SecurityContext, @Nullable Caller> callers;
    private Consumer<String> erased = user -> {};
    private int longestJson = USUAL_JSON;
    private int longestUpload = USUAL_UPLOAD;

    /**
     * Begins.
     *
     * @param memories stay the application's to close
     * @param jobs runs work after its request; bounded, and rejects what it has no room for
     */
    public MemuApi(MemoryServiceFactory memories, Executor jobs) {
        this.memories = memories;
        this.jobs = jobs;
    }

    /** Sets how a caller and an agent become a memory. */
    public MemuApi scopes(ScopeResolver resolver) {
        this.scopes = resolver;
        return this;
    }

    /** Sets who a caller of the container is; without it, the principal of a request is a {@link Caller} already. */
    public MemuApi callers(Function<SecurityContext, @Nullable Caller> known) {
        this.callers = known;
        return this;
    }

    /** Sets what else happens when an operator erases a user: their credentials end. */
    public MemuApi userErased(Consumer<String> then) {
        this.erased = then;
        return this;
    }

    /** Sets the most bytes of a JSON body and of an uploaded file. */
    public MemuApi limits(int json, int upload) {
        this.longestJson = json;
        this.longestUpload = upload;
        return this;
    }

    /** Adds resources, such as MCP. */
    public MemuApi with(ApiExtension extension) {
        extensions.add(extension);
        return this;
    }

    /** Makes everything to register. */
    public Set<Object> components() {
        MemoryGate gate = new MemoryGate(memories, scopes);
        Jobs running = new Jobs(jobs);
        JsonBodies json = new JsonBodies(longestJson);
        Set<Object> all = new LinkedHashSet<>(List.of(
                json,
                new Problems(),
                new MemorizeResource(gate, running, new Uploads(longestUpload, json)),
                new RetrieveResource(gate),
                new ItemsResource(gate),
                new SourcesResource(gate),
                new CategoriesResource(gate),
                new MemoryResource(gate, memories),
                new JobsResource(gate, running),
                new AdminResource(gate, memories, erased),
                new HealthResource(memories)));
        if (callers != null) {
            all.add(new CallerFilter(callers));
        }
        extensions.forEach(extension -> all.addAll(extension.resources(gate)));
        return all;
    }
}
